import type { Pod } from '../pod';
import { baselineAdded, restrictedCapabilities } from './capabilities';
import type { PodSecurityCheck, PodSecurityLevel } from './check';
import {
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  sysctls,
  windowsHostProcess,
} from './host';
import {
  allowPrivilegeEscalation,
  isExemptUserNamespace,
  isExemptWindows,
  privileged,
  procMount,
  restrictedProcMount,
} from './privileges';
import { appArmorProfile, restrictedSeccompProfile, seccompProfile, seLinuxOptions } from './profiles';
import { runAsNonRoot, runAsUser } from './user';
import { restrictedVolumes } from './volumes';

interface LevelledCheck {
  /** What it is about, for messages that list checks. */
  readonly about: string;
  /** The level that first has it. */
  readonly level: PodSecurityLevel;
  /** Where its verdict may change, by version. */
  readonly changes: readonly Change[];
  readonly find: PodSecurityCheck;
}

/** A version at which a check may give another verdict. */
interface Change {
  /** Of Kubernetes 1. */
  readonly minor: number;
  /** False for pods whose verdict stays the same; few pods have what most changes are about. */
  readonly concerns: (pod: Pod) => boolean;
}

const forAll = (minor: number): Change => ({ minor, concerns: () => true });

const forWindows: Change = { minor: 25, concerns: (pod) => isExemptWindows(pod, { minor: 25 }) };

const forUserNamespaces: Change = { minor: 35, concerns: (pod) => isExemptUserNamespace(pod, { minor: 35 }) };

const forSysctls = (minor: number): Change => ({
  minor,
  concerns: (pod) => pod.securityContext.get('sysctls').exists,
});

const forSeLinuxTypes = (minor: number): Change => ({
  minor,
  concerns: (pod) =>
    pod.holders.some((container) => (container ?? pod).securityContext.get('seLinuxOptions').exists),
});

/** Kubernetes' own checks, by the names that its admission gives them. */
export const podSecurityChecks = {
  windowsHostProcess: {
    about: 'processes of the host',
    level: 'baseline',
    changes: [],
    find: windowsHostProcess,
  },
  hostNamespaces: { about: 'namespaces of the host', level: 'baseline', changes: [], find: hostNamespaces },
  privileged: { about: 'privileged containers', level: 'baseline', changes: [], find: privileged },
  capabilities_baseline: { about: 'capabilities', level: 'baseline', changes: [], find: baselineAdded },
  hostPathVolumes: { about: 'hostPath volumes', level: 'baseline', changes: [], find: hostPathVolumes },
  hostPorts: { about: 'host ports', level: 'baseline', changes: [], find: hostPorts },
  hostProbesAndHostLifecycle: {
    about: 'hosts of probes and hooks',
    level: 'baseline',
    changes: [forAll(34)],
    find: hostProbesAndHostLifecycle,
  },
  appArmorProfile: { about: 'AppArmor', level: 'baseline', changes: [], find: appArmorProfile },
  seLinuxOptions: {
    about: 'SELinux',
    level: 'baseline',
    changes: [forSeLinuxTypes(31)],
    find: seLinuxOptions,
  },
  procMount: { about: 'procMount', level: 'baseline', changes: [forUserNamespaces], find: procMount },
  seccompProfile_baseline: {
    about: 'seccomp',
    level: 'baseline',
    changes: [forAll(19)],
    find: seccompProfile,
  },
  sysctls: { about: 'sysctls', level: 'baseline', changes: [27, 29, 32, 37].map(forSysctls), find: sysctls },
  restrictedVolumes: { about: 'volume types', level: 'restricted', changes: [], find: restrictedVolumes },
  allowPrivilegeEscalation: {
    about: 'privilege escalation',
    level: 'restricted',
    changes: [forAll(8), forWindows],
    find: allowPrivilegeEscalation,
  },
  runAsUser: {
    about: 'runAsUser',
    level: 'restricted',
    changes: [forAll(23), forUserNamespaces],
    find: runAsUser,
  },
  runAsNonRoot: {
    about: 'runAsNonRoot',
    level: 'restricted',
    changes: [forUserNamespaces],
    find: runAsNonRoot,
  },
  seccompProfile_restricted: {
    about: 'seccomp',
    level: 'restricted',
    changes: [forAll(19), forWindows],
    find: restrictedSeccompProfile,
  },
  capabilities_restricted: {
    about: 'capabilities',
    level: 'restricted',
    changes: [forAll(22), forWindows],
    find: restrictedCapabilities,
  },
  procMount_restricted: {
    about: 'procMount',
    level: 'restricted',
    changes: [forAll(35)],
    find: restrictedProcMount,
  },
} as const satisfies Record<string, LevelledCheck>;

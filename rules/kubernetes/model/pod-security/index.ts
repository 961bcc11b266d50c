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
import { allowPrivilegeEscalation, privileged, procMount, restrictedProcMount } from './privileges';
import { appArmorProfile, restrictedSeccompProfile, seccompProfile, seLinuxOptions } from './profiles';
import { runAsNonRoot, runAsUser } from './user';
import { restrictedVolumes } from './volumes';

interface LevelledCheck {
  /** What it is about, for messages that list checks. */
  readonly about: string;
  /** The level that first has it. */
  readonly level: PodSecurityLevel;
  /** The minor versions of Kubernetes 1 at which its verdict may change. */
  readonly changes: readonly number[];
  readonly find: PodSecurityCheck;
}

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
    changes: [34],
    find: hostProbesAndHostLifecycle,
  },
  appArmorProfile: { about: 'AppArmor', level: 'baseline', changes: [], find: appArmorProfile },
  seLinuxOptions: { about: 'SELinux', level: 'baseline', changes: [31], find: seLinuxOptions },
  procMount: { about: 'procMount', level: 'baseline', changes: [35], find: procMount },
  seccompProfile_baseline: { about: 'seccomp', level: 'baseline', changes: [19], find: seccompProfile },
  sysctls: { about: 'sysctls', level: 'baseline', changes: [27, 29, 32, 37], find: sysctls },
  restrictedVolumes: { about: 'volume types', level: 'restricted', changes: [], find: restrictedVolumes },
  allowPrivilegeEscalation: {
    about: 'privilege escalation',
    level: 'restricted',
    changes: [8, 25],
    find: allowPrivilegeEscalation,
  },
  runAsUser: { about: 'runAsUser', level: 'restricted', changes: [23, 35], find: runAsUser },
  runAsNonRoot: { about: 'runAsNonRoot', level: 'restricted', changes: [35], find: runAsNonRoot },
  seccompProfile_restricted: {
    about: 'seccomp',
    level: 'restricted',
    changes: [19, 25],
    find: restrictedSeccompProfile,
  },
  capabilities_restricted: {
    about: 'capabilities',
    level: 'restricted',
    changes: [22, 25],
    find: restrictedCapabilities,
  },
  procMount_restricted: { about: 'procMount', level: 'restricted', changes: [35], find: restrictedProcMount },
} as const satisfies Record<string, LevelledCheck>;

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

/** Kubernetes' own checks, by the names that its admission gives them, with the level that first has them. */
export const podSecurityChecks = {
  windowsHostProcess: { level: 'baseline', find: windowsHostProcess },
  hostNamespaces: { level: 'baseline', find: hostNamespaces },
  privileged: { level: 'baseline', find: privileged },
  capabilities_baseline: { level: 'baseline', find: baselineAdded },
  hostPathVolumes: { level: 'baseline', find: hostPathVolumes },
  hostPorts: { level: 'baseline', find: hostPorts },
  hostProbesAndHostLifecycle: { level: 'baseline', find: hostProbesAndHostLifecycle },
  appArmorProfile: { level: 'baseline', find: appArmorProfile },
  seLinuxOptions: { level: 'baseline', find: seLinuxOptions },
  procMount: { level: 'baseline', find: procMount },
  seccompProfile_baseline: { level: 'baseline', find: seccompProfile },
  sysctls: { level: 'baseline', find: sysctls },
  restrictedVolumes: { level: 'restricted', find: restrictedVolumes },
  allowPrivilegeEscalation: { level: 'restricted', find: allowPrivilegeEscalation },
  runAsUser: { level: 'restricted', find: runAsUser },
  runAsNonRoot: { level: 'restricted', find: runAsNonRoot },
  seccompProfile_restricted: { level: 'restricted', find: restrictedSeccompProfile },
  capabilities_restricted: { level: 'restricted', find: restrictedCapabilities },
  procMount_restricted: { level: 'restricted', find: restrictedProcMount },
} as const satisfies Record<string, { readonly level: PodSecurityLevel; readonly find: PodSecurityCheck }>;

import type { Container } from './container';
import { addedCapabilities, capabilityName } from './pod-security/capabilities';

/**
 * True for a container that Kubernetes always lets gain privileges, and for which it refuses
 * `allowPrivilegeEscalation: false`: a privileged one, or one with CAP_SYS_ADMIN.
 */
export const needsEscalation = (container: Container): boolean =>
  container.securityContext.at('privileged').boolean === true ||
  addedCapabilities(container).some((item) => capabilityName(item.string ?? '') === 'SYS_ADMIN');

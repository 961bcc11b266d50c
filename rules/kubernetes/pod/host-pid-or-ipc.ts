import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-pid-or-ipc',
  topic: 'B13',
  severity: 'error',
  profile: 'all',
  title: 'Pod shares processes or memory with its node',
  why: "Sharing the node's processes or its IPC lets a container look into and change processes of the node.",
  remedy: 'Remove `hostPID` and `hostIPC`.',
  aliases: ['C-0038'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    const shared = [pod.spec.at('hostPID'), pod.spec.at('hostIPC')].filter(({ boolean }) => boolean === true);
    const [first] = shared;
    if (first)
      report(
        first,
        say`${pod.title} shares ${shared.map(({ name }) => name).join(' and ')} with its node. Remove it.`,
      );
  },
});

import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { kubernetesRule } from '../model/rule';
import { containerContext, podContext } from '../model/security-context';

export default kubernetesRule({
  id: 'host-process-of-main-container',
  topic: 'B2',
  severity: 'error',
  profile: 'all',
  title: 'Main container of Windows runs on its node',
  why: 'A HostProcess container is a process of the Windows node, with its files, network and rights.',
  remedy: 'Set `hostProcess: false`, unless the pod looks after the node.',
  aliases: ['polaris:hostProcess'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    const whole = hostProcessOf(podContext(pod, 'windowsOptions'));
    if (whole.boolean === true)
      report(whole, say`${pod.title} runs as a process of its Windows node. Set hostProcess to false.`);
  },

  container(container, { report }) {
    const own = hostProcessOf(containerContext(container, 'windowsOptions'));
    if (container.type === 'container' && own.boolean === true)
      report(own, say`${container.title} runs as a process of its Windows node. Set hostProcess to false.`);
  },
});

const hostProcessOf = (options: Cursor): Cursor => options.get('hostProcess');

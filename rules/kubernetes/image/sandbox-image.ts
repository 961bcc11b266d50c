import { say } from '../../message';
import { imageOf, isLatest } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sandbox-image',
  topic: 'C7',
  severity: 'info',
  profile: 'all',
  title: 'Sandbox for agents with an image that moves',
  why: 'What the code of an agent runs on must be known.',
  remedy: 'Name a version, best with its digest.',
  aliases: ['C-0304'],
  references: [{ title: 'Agent Sandbox', url: 'https://agent-sandbox.sigs.k8s.io/' }],

  container(container, { report }) {
    if (container.pod.object.kind !== 'SandboxTemplate') return;
    const image = imageOf(container);
    if (image && isLatest(image))
      report(
        container.cursor.at('image'),
        say`${container.title} runs \`${image.text}\`, which is whatever was pushed last. Name a version.`,
      );
  },
});

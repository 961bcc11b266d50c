import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'unknown-registry',
  topic: 'C9',
  severity: 'info',
  profile: 'all',
  title: 'Image from a registry that is not that of a large provider',
  why: 'Images of registries that nobody answers for may be anything.',
  remedy: 'Copy the image to your own registry, and set `allowedRegistries` to say which are yours.',
  aliases: ['KSV-0125'],
  references: [kubernetesDocs('concepts/containers/images/', 'Images')],

  container(container, { report }) {
    const image = imageOf(container);
    if (!image?.text.includes('/') || hosts.test(image.effectiveRegistry) || container.type === 'ephemeral')
      return;
    report(
      container.cursor.at('image'),
      say`${container.title} takes \`${image.text}\` from ${image.effectiveRegistry}. Copy it to a registry of your own.`,
    );
  },
});

const hosts = /(?:^|\.)(?:azurecr\.io|gcr\.io|dkr\.ecr\.[a-z0-9-]{1,30}\.amazonaws\.com(?:\.cn)?)$/;

import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'forbidden-registry',
  topic: 'C9',
  severity: 'error',
  profile: 'all',
  title: 'Image from a forbidden registry',
  why: 'The registry stands on your list of those that no image may come from.',
  remedy: 'Take the image from another registry.',
  aliases: ['C-0001'],
  references: [kubernetesDocs('concepts/containers/images/', 'Images')],
  options: {
    registries: { about: 'Registries that no image may come from.', default: [] as readonly string[] },
  },

  container(container, { report, option }) {
    const image = imageOf(container);
    if (
      !image ||
      !option<readonly string[]>('registries').some((registry) => registry === image.effectiveRegistry)
    )
      return;
    report(
      container.cursor.at('image'),
      say`${container.title} takes \`${image.text}\` from ${image.effectiveRegistry}, which is forbidden. Take it from another registry.`,
    );
  },
});

import { isAllowedRegistry } from '../../images/registries';
import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'untrusted-registry',
  topic: 'C9',
  severity: 'error',
  profile: 'recommended',
  title: 'Image from a registry that is not allowed',
  why: 'Images from elsewhere were not checked by those who run this cluster. The list of allowed registries is yours: without one, this rule is silent.',
  remedy:
    'Copy the image to a registry of the list and name it there, or add its registry to `allowedRegistries`.',
  aliases: ['C-0078'],
  references: [kubernetesDocs('concepts/containers/images/', 'Images')],

  container(container, { report, settings }) {
    const image = imageOf(container);
    if (!image || isAllowedRegistry(image, settings.allowedRegistries)) return;
    report(
      container.cursor.at('image'),
      say`${container.title} takes \`${image.text}\` from ${image.effectiveRegistry}, which is not among the allowed registries. Take it from one that is.`,
    );
  },
});

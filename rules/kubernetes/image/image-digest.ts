import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'image-digest',
  topic: 'C7',
  severity: 'info',
  profile: 'all',
  title: 'Image without a digest',
  why: 'A tag can be moved to another image by whoever may push to the registry. A digest names one image for ever.',
  remedy: 'Add the digest that the tag stands for: `example.com/app:1.4.2@sha256:…`.',
  aliases: ['CKV_K8S_43', 'kics:7c81d34c-8e5a-402b-9798-9f442630e678', 'C-0306'],
  references: [kubernetesDocs('concepts/containers/images/#image-names', 'Images, names, tags and digests')],

  container(container, { report }) {
    const image = imageOf(container);
    if (!image || image.digest !== undefined || container.type === 'ephemeral') return;
    report(
      container.cursor.at('image'),
      say`${container.title} runs \`${image.text}\`, and whoever may push there can put another image behind that name. Add the digest.`,
    );
  },
});

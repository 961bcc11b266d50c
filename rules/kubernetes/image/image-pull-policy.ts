import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { imageOf, pullPolicyOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'image-pull-policy',
  topic: 'C7',
  severity: 'info',
  profile: 'all',
  title: 'Image is taken from the node without asking the registry',
  why: 'An image that is on the node already is started without asking the registry: neither a moved tag nor the right to pull it is looked at.',
  remedy: 'Set `imagePullPolicy: Always`, or name the image by its digest.',
  aliases: ['CKV_K8S_15'],
  references: [
    kubernetesDocs('concepts/containers/images/#image-pull-policy', 'Image pull policy'),
    kubernetesDocs(
      'reference/access-authn-authz/admission-controllers/#alwayspullimages',
      'AlwaysPullImages',
    ),
  ],
  fix: 'review',

  container(container, { report }) {
    const image = imageOf(container);
    if (!image || image.digest !== undefined || container.type === 'ephemeral') return;
    const policy = pullPolicyOf(container, image);
    if (policy === undefined || policy === 'Always') return;
    const place = container.cursor.at('imagePullPolicy');
    report(
      place,
      say`${container.title} starts \`${image.text}\` as it finds it on the node (${policy}). Set imagePullPolicy to Always, or add the digest.`,
      { fix: { title: say`Set imagePullPolicy to Always`, edits: [set(place, 'Always')] } },
    );
  },
});

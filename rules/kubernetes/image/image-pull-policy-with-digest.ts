import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { imageOf, pullPolicyOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'image-pull-policy-with-digest',
  topic: 'C7',
  severity: 'info',
  profile: 'all',
  title: 'Image, maybe with a digest, is taken from the node without asking the registry',
  why: 'An image that is on the node already is started without asking the registry: nobody asks whether this pod has the right to pull it, even where a digest fixes what it is.',
  remedy: 'Set `imagePullPolicy: Always`, so that the pull secret is checked each time.',
  aliases: ['kube-score:container-image-pull-policy'],
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
    if (!image || container.type === 'ephemeral') return;
    const policy = pullPolicyOf(container, image);
    if (policy === undefined || policy === 'Always') return;
    const place = container.cursor.at('imagePullPolicy');
    report(
      place,
      say`${container.title} starts \`${image.text}\` as it finds it on the node (${policy}). Set imagePullPolicy to Always, so that its right to pull is checked.`,
      { fix: { title: say`Set imagePullPolicy to Always`, edits: [set(place, 'Always')] } },
    );
  },
});

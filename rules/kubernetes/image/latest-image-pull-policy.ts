import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { imageOf, isLatest, pullPolicyOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'latest-image-pull-policy',
  topic: 'C7',
  severity: 'warning',
  profile: 'all',
  title: 'Latest image is not pulled at each start',
  why: 'A node that has some `latest` already goes on with it, however old: nodes run different code under one name, and fixes do not arrive.',
  remedy: 'Name a version; where `latest` is meant, set `imagePullPolicy: Always`.',
  aliases: ['C-0075'],
  references: [kubernetesDocs('concepts/containers/images/#image-pull-policy', 'Image pull policy')],
  fix: 'review',

  container(container, { report }) {
    const image = imageOf(container);
    if (!image || !isLatest(image) || container.type === 'ephemeral') return;
    const policy = pullPolicyOf(container, image);
    if (policy === undefined || policy === 'Always') return;
    const place = container.cursor.at('imagePullPolicy');
    report(
      place,
      say`${container.title} starts whatever \`${image.text}\` the node has (${policy}), however old. Name a version, or set imagePullPolicy to Always.`,
      { fix: { title: say`Set imagePullPolicy to Always`, edits: [set(place, 'Always')] } },
    );
  },
});

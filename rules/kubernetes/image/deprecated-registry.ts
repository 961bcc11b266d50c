import { say } from '../../message';
import type { Reference } from '../../rule';
import { set } from '../../yaml/edit';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

const frozen: Reference = {
  title: 'Kubernetes: k8s.gcr.io is frozen',
  url: 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
};

export default kubernetesRule({
  id: 'deprecated-registry',
  topic: 'C9',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image from the frozen registry k8s.gcr.io',
  why: 'k8s.gcr.io has got no image since April 2023: what comes from there misses all later fixes, and may stop being served.',
  remedy: 'Take the image of the same name from registry.k8s.io.',
  aliases: ['C-0253'],
  references: [frozen],
  fix: 'review',

  container(container, { report }) {
    const image = imageOf(container);
    if (image?.registry !== 'k8s.gcr.io') return;
    const place = container.cursor.at('image');
    const moved = `registry.k8s.io${image.text.slice('k8s.gcr.io'.length)}`;
    report(
      place,
      say`${container.title} takes \`${image.text}\` from k8s.gcr.io, which is frozen since April 2023. Take it from registry.k8s.io.`,
      { fix: { title: say`Take it from registry.k8s.io`, edits: [set(place, moved)] } },
    );
  },
});

import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'mount-propagated-to-node',
  topic: 'B7',
  severity: 'error',
  profile: 'recommended',
  title: 'Mounts of a container reach its node',
  why: 'With the propagation `Bidirectional` what the container mounts is mounted on the node and in other pods. Kubernetes allows it for privileged containers only.',
  remedy: 'Use `HostToContainer`, or leave it out, unless the container is a storage driver.',
  aliases: [],
  references: [kubernetesDocs('concepts/storage/volumes/#mount-propagation', 'Mount propagation')],
  fix: 'review',

  container(container, { report }) {
    for (const mount of container.cursor.at('volumeMounts').items) {
      const propagation = mount.at('mountPropagation');
      if (propagation.string === 'Bidirectional')
        report(
          propagation,
          say`What ${container.title} mounts is mounted on its node too. Use HostToContainer.`,
          {
            fix: { title: say`Use HostToContainer`, edits: [set(propagation, 'HostToContainer')] },
          },
        );
    }
  },
});

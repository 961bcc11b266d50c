import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isStatefulSet } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'claim-access-mode',
  topic: 'B7',
  severity: 'info',
  profile: 'all',
  title: 'Volume claim that is not for one node alone',
  why: 'A volume that several nodes may write to is read by whoever takes one of them.',
  remedy: 'Set `accessModes: [ReadWriteOnce]`.',
  aliases: ['kics:3878dc92-8e5d-47cf-9cdd-7590f71d21b9'],
  references: [kubernetesDocs('concepts/storage/persistent-volumes/#access-modes', 'Access modes')],

  object(object, { report }) {
    if (!isStatefulSet(object)) return;
    for (const claim of object.cursor.path('spec', 'volumeClaimTemplates').items) {
      const modes = claim.path('spec', 'accessModes');
      if (modes.items.some((mode) => mode.string === 'ReadWriteOnce')) continue;
      report(
        modes,
        say`A volume of ${object.title} is not kept to one node. Set its accessModes to ReadWriteOnce.`,
      );
    }
  },
});

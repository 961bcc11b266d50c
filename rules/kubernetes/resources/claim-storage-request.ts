import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isStatefulSet } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'claim-storage-request',
  topic: 'B7',
  severity: 'info',
  profile: 'all',
  title: 'StatefulSet that asks for storage',
  why: 'What is stored stays when the pods go, with all that is in it.',
  remedy: 'Look whether the data has to be kept, and for how long.',
  aliases: ['kics:8cf4671a-cf3d-46fc-8389-21e7405063a2'],
  references: [kubernetesDocs('concepts/storage/persistent-volumes/#access-modes', 'Access modes')],

  object(object, { report }) {
    if (!isStatefulSet(object)) return;
    for (const claim of object.cursor.path('spec', 'volumeClaimTemplates').items) {
      const storage = claim.path('spec', 'resources', 'requests', 'storage');
      if (storage.exists)
        report(
          storage,
          say`${object.title} keeps data in a volume that stays when its pods go. Look whether it has to.`,
        );
    }
  },
});

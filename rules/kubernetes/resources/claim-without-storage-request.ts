import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isStatefulSet } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'claim-without-storage-request',
  topic: 'B7',
  severity: 'info',
  profile: 'all',
  title: 'Volume claim that asks for no amount of storage',
  why: 'A claim without a request is refused, or gets whatever volume is free.',
  remedy: 'Set `resources.requests.storage`.',
  aliases: [],
  references: [kubernetesDocs('concepts/storage/persistent-volumes/#access-modes', 'Access modes')],

  object(object, { report }) {
    if (!isStatefulSet(object)) return;
    for (const claim of object.cursor.path('spec', 'volumeClaimTemplates').items) {
      const storage = claim.path('spec', 'resources', 'requests', 'storage');
      if (!storage.exists)
        report(
          storage,
          say`A volume of ${object.title} asks for no amount of storage. Set resources.requests.storage.`,
        );
    }
  },
});

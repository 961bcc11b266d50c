import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'incomplete-resource-quota',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'ResourceQuota that leaves something open',
  why: 'What the quota does not name, the namespace may use without limit.',
  remedy: 'Set `requests.cpu`, `requests.memory`, `limits.cpu` and `limits.memory`.',
  aliases: ['KSV-0040'],
  references: [kubernetesDocs('concepts/policy/resource-quotas/', 'Resource quotas')],

  object(object, { report }) {
    if (!isKind(object, '', 'ResourceQuota')) return;
    const hard = object.cursor.path('spec', 'hard');
    const open = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'].find(
      (key) => !hard.get(key).exists,
    );
    if (open !== undefined) report(object, say`${object.title} does not limit ${open}. Set it.`);
  },
});

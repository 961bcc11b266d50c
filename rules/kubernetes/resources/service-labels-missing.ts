import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isWhole } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'service-labels-missing',
  topic: 'B11',
  severity: 'info',
  profile: 'all',
  title: 'Workload without any usual label',
  why: 'Labels tell whose an object is, which is the first question when something goes wrong.',
  remedy: 'Set labels such as `app`, `tier`, `version` and `env`.',
  aliases: ['C-0076'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/common-labels/', 'Recommended labels')],

  object(object, { report }) {
    if (!isWhole(object)) return;
    const labels = [object.labels, ...object.pods.map((pod) => pod.labels)].flatMap(Object.keys);
    if (labels.some((label) => usual.has(label))) return;
    report(object, say`${object.title} has none of the usual labels. Set app, tier, version or env.`);
  },
});

const usual: ReadonlySet<string> = new Set([
  'app',
  'tier',
  'phase',
  'version',
  'owner',
  'env',
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/version',
]);

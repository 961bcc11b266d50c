import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isWhole } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'common-labels-missing',
  topic: 'B11',
  severity: 'info',
  profile: 'all',
  title: 'Object without any common label',
  why: 'Labels tell whose an object is, which is the first question when something goes wrong.',
  remedy: 'Set the labels that Kubernetes recommends, as `app.kubernetes.io/name`.',
  aliases: ['C-0077'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/common-labels/', 'Recommended labels')],

  object(object, { report }) {
    if (!isWhole(object)) return;
    if (Object.keys(object.labels).some((label) => label.startsWith('app.kubernetes.io/'))) return;
    report(
      object,
      say`${object.title} has none of the labels that Kubernetes recommends. Set app.kubernetes.io/name.`,
    );
  },
});

import { say } from '../../message';
import type { Reference } from '../../rule';
import { labelsOf } from '../model/object';
import { kubernetesRule } from '../model/rule';

const changes: Reference = {
  title: 'Helm: changes since Helm 2',
  url: 'https://helm.sh/docs/faq/changes_since_helm2/#removal-of-tiller',
};

export default kubernetesRule({
  id: 'tiller-service',
  topic: 'A5',
  severity: 'error',
  profile: 'recommended',
  title: 'A Service leads to Tiller',
  why: 'The Service puts Tiller, which installs whatever it is asked to, within reach of every pod.',
  remedy: 'Delete the Service together with Tiller.',
  aliases: ['CKV_K8S_44', 'kics:8b862ca9-0fbd-4959-ad72-b6609bdaa22d'],
  references: [changes],

  object(object, { report }) {
    if (object.kind !== 'Service' || object.group !== '') return;
    const selector = labelsOf(object.cursor.get('spec').get('selector'));
    const words = [object.name, ...Object.values(object.labels), ...Object.values(selector)];
    if (!words.some((word) => word.includes('tiller'))) return;
    report(
      object,
      say`${object.title} puts Tiller within reach of every pod. Delete it together with Tiller.`,
    );
  },
});

import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isWhole } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'email-annotation-missing',
  topic: 'B11',
  severity: 'info',
  profile: 'all',
  title: 'Workload without an address to ask',
  why: 'Who finds something wrong wants to know whom to ask.',
  remedy: 'Set the annotation `email`.',
  aliases: ['kube-linter:required-annotation-email'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/common-labels/', 'Recommended labels')],

  object(object, { report }) {
    if (isWhole(object) && !address.test(object.annotations.email ?? ''))
      report(object, say`${object.title} does not say whom to write to. Set the annotation email.`);
  },
});

/** An address may stand among other words. */
const address = /[\w.+-]@[A-Za-z0-9-]{1,255}\.[A-Za-z0-9.-]/;

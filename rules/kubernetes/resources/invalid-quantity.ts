import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { setAny } from '../../yaml/edit';
import { parseQuantity } from '../model/quantity';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'invalid-quantity',
  topic: 'B9',
  severity: 'error',
  profile: 'recommended',
  title: 'Amount that is no quantity',
  why: 'Kubernetes knows its own units alone. What it cannot read it refuses.',
  remedy: 'Write the unit as Kubernetes does: `512M` or `512Mi`, `500m`.',
  aliases: [],
  references: [kubernetesDocs('reference/kubernetes-api/common-definitions/quantity/', 'Quantity')],
  fix: 'review',

  container(container, { report }) {
    const resources = container.cursor.get('resources');
    for (const kind of ['requests', 'limits']) {
      for (const amount of resources.get(kind).fields as Cursor[]) {
        const text = amount.isUnresolved ? undefined : amount.text;
        if (text === undefined || text === '' || parseQuantity(text) !== undefined) continue;
        const meant = meantBy(text);
        report(
          amount,
          say`${container.title} sets ${amount.name} to \`${text}\`, which is no quantity that Kubernetes can read.`,
          meant === undefined ? {} : { fix: { title: say`Write ${meant}`, edits: [setAny(amount, meant)] } },
        );
      }
    }
  },
});

const loose = /^(\d{1,20}(?:\.\d{1,20})?)\s{0,4}([kmgtp])(i?)b?$/i;

/** What a person meant who wrote `512MB` or `1 gi`. */
function meantBy(text: string): string | undefined {
  const match = loose.exec(text);
  if (!match || text.endsWith('mb') || text.endsWith('m')) return undefined;
  const [, number = '', prefix = '', binary = ''] = match;
  const unit = binary === '' && prefix.toLowerCase() === 'k' ? 'k' : prefix.toUpperCase();
  return `${number}${unit}${binary.toLowerCase()}`;
}

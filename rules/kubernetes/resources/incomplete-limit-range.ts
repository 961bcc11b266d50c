import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'incomplete-limit-range',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'LimitRange that leaves something open',
  why: 'Only with a maximum, a minimum and defaults does each container of the namespace get limits.',
  remedy: 'Set `max`, `min`, `default` and `defaultRequest` for containers.',
  aliases: ['KSV-0039'],
  references: [kubernetesDocs('concepts/policy/limit-range/', 'Limit ranges')],

  object(object, { report }) {
    if (!isKind(object, '', 'LimitRange')) return;
    const limits = object.cursor.path('spec', 'limits').items;
    if (
      limits.some((limit) =>
        ['type', 'max', 'min', 'default', 'defaultRequest'].every((key) => limit.get(key).exists),
      )
    )
      return;
    report(
      object,
      say`${object.title} leaves a maximum, a minimum or a default open. Set all of them for containers.`,
    );
  },
});

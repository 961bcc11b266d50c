import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'duplicate-variable',
  topic: 'F1',
  severity: 'warning',
  profile: 'recommended',
  title: 'Environment variable set twice',
  why: 'Only the last of them counts. The other is mostly a slip, and the setting that it was to make does not hold.',
  remedy: 'Remove the one that is not meant.',
  aliases: ['kube-score:environment-variable-key-duplication', 'kube-linter:duplicate-env-var', 'C-0295'],
  references: [
    kubernetesDocs(
      'tasks/inject-data-application/define-environment-variable-container/',
      'Define environment variables',
    ),
  ],

  container(container, { report }) {
    const seen = new Set<string>();
    for (const variable of container.cursor.at('env').items) {
      const name = variable.at('name').string;
      if (name === undefined) continue;
      if (seen.has(name))
        report(
          variable,
          say`${container.title} sets ${name} twice, and only this last one counts. Remove the one that is not meant.`,
        );
      seen.add(name);
    }
  },
});

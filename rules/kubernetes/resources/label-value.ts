import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'label-value',
  topic: 'F1',
  severity: 'error',
  profile: 'recommended',
  title: 'Label with a value that Kubernetes refuses',
  why: 'The API server refuses an object with such a label.',
  remedy:
    'Use letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, and 63 characters at most.',
  aliases: ['kube-score:label-values', 'kics:1123031a-f921-4c5b-bd86-ef354ecfd37a'],
  references: [
    kubernetesDocs(
      'concepts/overview/working-with-objects/labels/#syntax-and-character-set',
      'Syntax of labels',
    ),
  ],

  object(object, { report }) {
    for (const label of object.metadata.at('labels').fields) {
      const value = label.string;
      if (value === undefined || /^(?:[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?)?$/.test(value)) continue;
      report(
        label,
        say`${object.title} has the label ${label.name} with the value \`${value}\`, which the API server refuses. Use letters, digits, -, _ and . alone, 63 at most.`,
      );
    }
  },
});

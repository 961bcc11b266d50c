import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { secondDownloader } from './model/downloads';

export default dockerfileRule({
  id: 'wget-and-curl-in-file',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'A file uses both wget and curl',
  why: 'Both do the same. Whoever reads the file has to know both.',
  remedy: 'Use one of them in all stages.',
  aliases: ['DS-0014'],
  references: [
    dockerDocs(
      'build/building/best-practices/#dont-install-unnecessary-packages',
      "Building best practices, don't install unnecessary packages",
    ),
  ],

  kinds: ['run'],
  file({ instructions }, { report }) {
    const both = secondDownloader(instructions);
    if (!both) return;
    report(
      both.second.nameSpan,
      say`The file uses ${both.first} before, which does the same. Use one of them.`,
    );
  },
});

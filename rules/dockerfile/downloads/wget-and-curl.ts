import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { secondDownloader } from './model/downloads';

export default dockerfileRule({
  id: 'wget-and-curl',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'A stage uses both wget and curl',
  why: 'Both do the same. Each program more makes the image bigger and is one more that may have a hole.',
  remedy: 'Use one of them throughout the stage.',
  aliases: ['DL4001', 'kics:fc775e75-fcfb-4c98-b2f2-910c5858b359'],
  references: [
    dockerDocs(
      'build/building/best-practices/#dont-install-unnecessary-packages',
      "Building best practices, don't install unnecessary packages",
    ),
  ],

  kinds: ['run'],
  stage(stage, { report }) {
    const both = secondDownloader(stage.own);
    if (!both) return;
    report(
      both.second.nameSpan,
      say`The stage uses ${both.first} before, which does the same. Use one of them.`,
    );
  },
});

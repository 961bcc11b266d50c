import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isDownloader } from './model/downloads';

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

  file({ instructions }, { report }) {
    const commands = instructions
      .flatMap((instruction) => (instruction.kind === 'run' ? instruction.commands : []))
      .filter(isDownloader);
    const [first] = commands;
    const second = commands.find(({ name }) => name !== first?.name);
    if (!first || !second) return;
    report(
      second.nameSpan,
      say`The file uses ${first.name ?? ''} before, which does the same. Use one of them.`,
    );
  },
});

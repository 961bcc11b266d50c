import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'add-remote-file',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'ADD fetches a file of the network',
  why: 'What ADD fetches stays in a layer of its own, archive and all. A RUN with curl or wget can verify it, unpack it and delete it in one layer.',
  remedy:
    'Download in a RUN and delete there what is not needed, or keep ADD for a file that stays whole, with `--checksum=`.',
  aliases: ['kics:4b410d24-1cbe-4430-a632-62c9a931cf1c'],
  references: [
    dockerDocs('build/building/best-practices/#add-or-copy', 'Building best practices, ADD or COPY'),
  ],
  inOnbuild: true,

  add(add, { report }) {
    for (const source of add.sources)
      if (/^https?:\/\//i.test(source.value))
        report(
          source,
          say`What ADD fetches stays in a layer of its own. Use curl or wget in a RUN that also deletes it.`,
        );
  },
});

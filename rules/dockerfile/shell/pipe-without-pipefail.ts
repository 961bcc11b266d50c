import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Pipeline } from '../model/shell/command';
import { setPipefail } from './model/pipefail';

export default dockerfileRule({
  id: 'pipe-without-pipefail',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Pipe runs without `pipefail`',
  why: 'A pipe has the exit status of its last program alone, so the build goes on where an earlier one failed.',
  remedy:
    'Begin the RUN with `set -o pipefail`, or set it for all by `SHELL ["/bin/bash", "-o", "pipefail", "-c"]`.',
  aliases: ['kics:efbf148a-67e9-42d2-ac47-02fa1c0d0b22'],
  references: [dockerDocs('build/building/best-practices/#using-pipes', 'Building best practices, pipes')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    const seen = new Set<Pipeline>();
    for (const command of run.commands) {
      const { pipeline, stage, options } = command.position;
      if (!pipeline || stage > 0 || seen.has(pipeline)) continue;
      seen.add(pipeline);
      if (!options.pipefail)
        report(command.nameSpan, say`If this fails, the pipe hides it: \`pipefail\` is not set.`, {
          fix: setPipefail(run),
        });
    }
  },
});

import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { severityIn } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import { isDump } from './model/dumps';
import { mountedSecretsOf } from './model/mounted-secrets';
import { staysInImage } from './model/paths';

export default dockerfileRule({
  id: 'secret-environment-dumped',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Environment with a mounted secret is written to a file',
  why: 'A secret that is mounted with `env=` is a variable like any other: a list of all variables has it in the open, and the file stays in the image.',
  remedy: 'Write only the variables that are needed, by name.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],
  inOnbuild: true,

  run(run, { report, dockerfile }) {
    const secrets = mountedSecretsOf(run);
    if (secrets.isEmpty) return;
    for (const command of run.commands) {
      if (!isDump(command) || !secrets.hasVariable(command)) continue;
      const sink = secrets
        .sinksOf(command)
        .find((one) => one.kind === 'file' && staysInImage(run, one.command, one.path));
      if (sink?.kind !== 'file') continue;
      report(
        command,
        say`This writes all variables to ${sink.path}, the secret among them, and the file stays in the layer. Write only those that are needed.`,
        { severity: severityIn(run.stage, dockerfile) },
      );
    }
  },
});

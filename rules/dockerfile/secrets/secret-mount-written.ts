import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { severityIn } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import { mountedSecretsOf } from './model/mounted-secrets';
import { staysInImage } from './model/paths';

export default dockerfileRule({
  id: 'secret-mount-written',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Mounted secret is written to a file of the image',
  why: 'A secret mount keeps a secret out of the image. What its content is written to becomes part of a layer, which everybody who gets the image can read, also when a later instruction deletes it.',
  remedy:
    'Let the program read the mounted file itself: mount it where the program looks for it with `target=`. If it must be a file of your own, write it to a `--mount=type=tmpfs`, or delete it in the same RUN.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],
  inOnbuild: true,

  run(run, { report, dockerfile }) {
    const secrets = mountedSecretsOf(run);
    if (secrets.isEmpty) return;
    for (const command of run.commands) {
      if (!secrets.isPutOutBy(command)) continue;
      const sink = secrets
        .sinksOf(command)
        .find((one) => one.kind === 'file' && staysInImage(run, one.command, one.path));
      if (sink?.kind !== 'file') continue;
      report(
        command,
        say`The secret is written to ${sink.path}, which stays in the layer. Mount it where it is needed, or delete the file in the same RUN.`,
        { severity: severityIn(run.stage, dockerfile) },
      );
    }
  },
});

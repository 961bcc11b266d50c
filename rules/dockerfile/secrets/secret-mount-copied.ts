import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { severityIn } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import { copyOf } from './model/copies';
import { mountedSecretsOf } from './model/mounted-secrets';
import { staysInImage } from './model/paths';

export default dockerfileRule({
  id: 'secret-mount-copied',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Mounted secret is copied into the image',
  why: 'A secret mount keeps a secret out of the image. A copy of its file is part of a layer, which everybody who gets the image can read, also when a later instruction deletes it.',
  remedy:
    'Mount the secret where the copy would be: `--mount=type=secret,id=…,target=/root/.npmrc`. If it must be a copy, delete it in the same RUN.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],
  inOnbuild: true,

  run(run, { report, dockerfile }) {
    const secrets = mountedSecretsOf(run);
    if (secrets.isEmpty) return;
    for (const command of run.commands) {
      const copy = copyOf(command);
      const source = copy?.sources.find((argument) => secrets.isFile(argument));
      if (!copy || !source || !staysInImage(run, command, copy.pathOf(source.value))) continue;
      report(
        command,
        say`${command.name ?? ''} copies the secret to ${copy.destination}, which stays in the layer. Mount it there with \`target=\`, or delete the copy in the same RUN.`,
        { severity: severityIn(run.stage, dockerfile) },
      );
    }
  },
});

import { say } from '../../message';
import { dockerDocs } from '../../references';
import { removeWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'insecure-run',
  topic: 'C4',
  severity: 'error',
  profile: 'recommended',
  title: 'RUN without a sandbox',
  why: 'With `--security=insecure` the command runs as a privileged container on the builder: whatever it downloads and runs can take over the machine, and the builds of everybody who uses it.',
  remedy:
    'Take the flag out. What needs it (a nested container runtime, mounts) is better done outside of the build, or on a builder that is thrown away.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#run---security', 'Dockerfile reference, RUN --security')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    const flag = run.flag('security');
    if (flag?.value?.known !== 'insecure') return;
    report(
      flag,
      say`This command runs privileged on the builder and can take it over. Take \`--security=insecure\` out.`,
      { fix: { title: say`Remove --security=insecure`, edits: [removeWord(flag)] } },
    );
  },
});

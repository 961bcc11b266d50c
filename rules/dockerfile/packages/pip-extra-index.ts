import { say } from '../../message';
import { cwe } from '../../references';
import { packageCallOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'pip-extra-index',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`pip` looks for packages in two indexes',
  why: 'pip asks all indexes and takes the highest version, wherever it is. Who puts a package with the name of one of yours into the public index has it installed instead.',
  remedy:
    'Use one index that holds both (`--index-url`), pin with hashes (`--require-hashes`), or use uv, which takes a package from the first index that has it.',
  aliases: [],
  references: [
    {
      title: 'pip install, --extra-index-url',
      url: 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url',
    },
    cwe(427),
  ],
  inOnbuild: true,

  managers: ['pip'],
  command(command, { report }) {
    if (packageCallOf(command)?.manager.id !== 'pip' || command.hasFlag('--require-hashes')) return;
    const flag = command.args.find(({ value }) => /^--extra-index-url(?:=|$)/.test(value));
    if (flag)
      report(
        flag,
        say`pip takes a package from whichever index has the highest version. Use one index, or pin with hashes.`,
      );
  },
});

import { say } from '../../message';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'removal-of-root',
  topic: 'C10',
  severity: 'error',
  profile: 'essential',
  title: '`rm -r` removes the root of the image',
  why: 'The command removes all files of the image that it can, the shell and the libraries too. Nothing that comes later can run, or what is left is not what was tested.',
  remedy: 'Name the folder that is to go. To begin with nothing, start a stage `FROM scratch`.',
  aliases: [],
  references: [],
  inOnbuild: true,

  programs: ['rm'],
  command(command, { report }) {
    if (!command.hasFlag('-r', '-R', '--recursive')) return;
    for (const argument of command.positionals())
      if (argument.known !== undefined && /^\/+\*?$/.test(argument.known))
        report(
          argument,
          say`\`rm\` removes \`${argument.known}\`, all of the image. Name the folder that is to go.`,
        );
  },
});

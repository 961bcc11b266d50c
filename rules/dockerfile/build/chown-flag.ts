import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'chown-flag',
  topic: 'C6',
  severity: 'info',
  profile: 'all',
  title: 'Copied files belong to another user than root',
  why: 'A user that owns the program it runs can change it: whoever takes over the container can put something else in its place. Files of root that others may only read and run cannot be changed.',
  remedy: 'Leave `--chown` out for programs and libraries; use it for folders that the program writes to.',
  aliases: ['kics:aa93e17f-b6db-4162-9334-c70334e7ac28'],
  references: [
    dockerDocs('reference/dockerfile/#copy---chown---chmod', 'Dockerfile reference, COPY --chown'),
  ],
  inOnbuild: true,

  files(instruction, { report }) {
    const flag = instruction.flag('chown');
    if (flag)
      report(
        flag,
        say`These files belong to ${flag.value?.value ?? 'another user'}, who can change them. Leave --chown out for what is only read and run.`,
      );
  },
});

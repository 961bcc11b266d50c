import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'program-pointless-in-build',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'A program that has no use in a build',
  why: 'A build has no services, no terminal and no devices of its own: what such a program does is lost when the RUN ends, or it fails.',
  remedy: 'Take it out. Start services when the container starts, and mount with `RUN --mount`.',
  aliases: ['DL3001', 'kics:9b6b0f38-92a2-41f9-b881-3a1083d99f1b'],
  references: [dockerDocs('reference/dockerfile/#run', 'Dockerfile reference, RUN')],
  inOnbuild: true,

  programs: ['ssh', 'vim', 'shutdown', 'service', 'ps', 'free', 'top', 'kill', 'mount', 'ifconfig', 'nano'],
  command(command, { report }) {
    report(
      command.nameSpan,
      say`\`${command.name ?? ''}\` has no use in a build: what it does ends with the RUN. Take it out.`,
    );
  },
});

import { matchesOf } from '../../matches';
import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { spanOf } from '../../text';
import { mentions } from '../model/mentions';
import { dockerfileRule } from '../model/rule';

const mentionsHostKeys = mentions(/HostKeyChecking/i);

export default dockerfileRule({
  id: 'ssh-host-key-unchecked',
  topic: 'C2',
  severity: 'warning',
  profile: 'recommended',
  title: 'SSH does not check which host answers',
  why: 'Whoever is on the way to the server can answer in its place: the build takes their code, and an agent that is forwarded signs what they ask for.',
  remedy:
    'Copy a known_hosts file with the keys of the host into the image, and take the option out. GitHub, GitLab and others publish their keys.',
  aliases: [],
  references: [
    {
      title: 'ssh_config(5), StrictHostKeyChecking',
      url: 'https://man.openbsd.org/ssh_config#StrictHostKeyChecking',
    },
    dockerDocs('build/building/secrets/#ssh-mounts', 'Build secrets, SSH mounts'),
    cwe(322),
  ],
  inOnbuild: true,

  instruction(instruction, { report, dockerfile }) {
    if (instruction.kind === 'onbuild' || instruction.kind === 'label') return;
    if (!mentionsHostKeys(dockerfile)) return;
    const { start, end } = instruction.span;
    const text = dockerfile.text.slice(start, end);
    if (!/HostKeyChecking/i.test(text)) return;
    const isForgotten = /UserKnownHostsFile[\s=]+["']?\/dev\/null/i.test(text);
    for (const { 0: option, 1: value, index } of matchesOf(text, settingPattern)) {
      const at = spanOf(start + index, start + index + option.length);
      if (instruction.commentsInside.some(({ span }) => span.start <= at.start && at.end <= span.end))
        continue;
      if (value?.toLowerCase() !== 'accept-new')
        report(
          at,
          say`SSH talks to any host that answers, whatever its key is. Give it a known_hosts file with the key of the host.`,
        );
      else if (isForgotten)
        report(
          at,
          say`SSH takes the key of any host as new, since known hosts go to /dev/null. Give it a known_hosts file with the key of the host.`,
        );
    }
  },
});

const settingPattern = /StrictHostKeyChecking(?: ?= ?| {1,8}|\t)["']?(no|off|accept-new)\b/gi;

import { say } from '../../message';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'apt-key',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: '`apt-key` trusts a key for every repository',
  why: 'A key that apt-key adds may sign packages of any repository, those of the distribution too: whoever holds it, or can read the key on its way, may replace every package. apt-key is deprecated, and gone from Debian 13.',
  remedy:
    'Write the key to a file of its own in /etc/apt/keyrings, and name it in the sources file: `[signed-by=/etc/apt/keyrings/example.asc]`.',
  aliases: [],
  references: [{ title: 'apt-key(8)', url: 'https://manpages.debian.org/bookworm/apt/apt-key.8.en.html' }],
  inOnbuild: true,

  programs: ['apt-key'],
  command(command, { report }) {
    const deed = command.positionals(['--keyring'])[0];
    if (!deed || !/^(?:add|adv)$/.test(deed.value)) return;
    report(
      command.nameSpan,
      say`A key that \`apt-key\` adds is trusted for every repository. Write it to /etc/apt/keyrings, and name it with \`signed-by\` in the sources file.`,
    );
  },
});

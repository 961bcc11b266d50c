import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'git-certificate-unchecked',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: '`git` works without checking certificates',
  why: 'Whoever stands between the build and the server, a proxy, a router, another machine of the network, may send files of their own. The image then holds and runs what they sent. A commit hash that you check afterwards is all that would tell.',
  remedy:
    'Leave `http.sslVerify` on. For a server with a certificate of your own authority, set `http.sslCAInfo`.',
  aliases: [],
  references: [
    cwe(295),
    {
      title: 'git config, http.sslVerify',
      url: 'https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify',
    },
  ],
  inOnbuild: true,

  programs: ['git'],
  command(command, { report }) {
    const setting = settingIn(command);
    if (setting)
      report(
        setting,
        say`With \`http.sslVerify\` off, git takes the code of whoever answers. Leave it on, and set \`http.sslCAInfo\` for an authority of your own.`,
      );
  },
});

/** `git -c http.sslVerify=false`, `git config http.sslVerify false`, also for one address. */
function settingIn({ args }: Command): Argument | undefined {
  return args.find(({ value }, index) => {
    if (/^http\.(?:.+\.)?sslverify=(?:false|0|no|off)$/i.test(value)) return true;
    const next = args[index + 1]?.value ?? '';
    return /^http\.(?:.+\.)?sslverify$/i.test(value) && /^(?:false|0|no|off)$/i.test(next);
  });
}

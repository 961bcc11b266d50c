import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'npm-strict-ssl-off',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: '`npm` or `yarn` works without checking certificates',
  why: 'Whoever stands between the build and the server, a proxy, a router, another machine of the network, may send files of their own. The image then holds and runs what they sent. Scripts of packages run as soon as they are installed.',
  remedy:
    'Leave `strict-ssl` on. For a registry with a certificate of your own authority, set `cafile`, or `NODE_EXTRA_CA_CERTS`.',
  aliases: ['CKV2_DOCKER_13'],
  references: [
    cwe(295),
    { title: 'npm: config, strict-ssl', url: 'https://docs.npmjs.com/cli/using-npm/config#strict-ssl' },
  ],
  inOnbuild: true,

  programs: ['npm', 'yarn', 'yarnpkg', 'pnpm', 'npx', 'echo', 'printf'],
  command(command, { report }) {
    const setting = settingIn(command);
    if (setting)
      report(
        setting,
        say`Without \`strict-ssl\`, packages come from whoever answers for the registry. Leave it on, and set \`cafile\` for an authority of your own.`,
      );
  },
});

const off = /^["']?(?:false|0|null)["']?$/;

/** `--strict-ssl=false`, `config set strict-ssl false`, or a line that is written to .npmrc or .yarnrc. */
function settingIn({ name, args, redirections }: Command): Argument | undefined {
  if (name !== 'echo' && name !== 'printf')
    return args.find(
      ({ value }, index) =>
        value === '--no-strict-ssl' ||
        /^(?:--)?(?:strict-ssl|enableStrictSsl)=(?:false|0)$/.test(value) ||
        (/^(?:--)?(?:strict-ssl|enableStrictSsl)$/.test(value) && off.test(args[index + 1]?.value ?? '')),
    );
  if (!redirections.some(({ target }) => /rc(?:\.ya?ml)?$/.test(target?.value ?? ''))) return undefined;
  return args.find(({ value }) => /strict-ssl ?[= ] ?"?false|enableStrictSsl: ?false/.test(value));
}

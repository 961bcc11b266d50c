import { say } from '../../message';
import { cwe } from '../../references';
import { remembered } from '../../remembered';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';
import { saidInPowerShell } from './model/powershell';

export default dockerfileRule({
  id: 'other-certificate-unchecked',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'A program downloads without checking certificates',
  why: 'Whoever stands between the build and the server, a proxy, a router, another machine of the network, may send files of their own. The image then holds and runs what they sent.',
  remedy:
    "Leave the check on. For a server with a certificate of your own authority, add that authority's certificate to the image.",
  aliases: [],
  references: [cwe(295)],
  inOnbuild: true,

  run(run, { report }) {
    for (const place of saidInPowerShell(run, powerShell))
      report(
        place,
        say`PowerShell takes what comes from whoever answers. Leave the check of the certificate on.`,
      );
  },

  command(command, { report }) {
    const found = formsOf(command.name ?? '').find(({ pattern }) => pattern.test(command.text));
    const place = found && placeOf(command, found.pattern);
    if (place)
      report(
        place,
        say`\`${command.name ?? ''}\` takes what comes from whoever answers. Leave the check of the certificate on.`,
      );
  },
});

const powerShell = /-SkipCertificateCheck\b|ServerCertificateValidationCallback\b/i;

interface Form {
  readonly programs: RegExp;
  /** Found in the arguments, joined by spaces. */
  readonly pattern: RegExp;
}

/** The switches of the manuals of these programs. */
const forms: readonly Form[] = [
  {
    programs: /^(?:apt-get|apt|aptitude)$/,
    pattern: /Acquire::https(?:::[^ =]+)?::Verify-(?:Peer|Host)=(?:false|0|no)/i,
  },
  { programs: /^pip[\d.]*$/, pattern: /\bconfig .*trusted-host / },
  { programs: /^uv$/, pattern: /(?:^| )--(?:allow-insecure-host|trusted-host)\b/ },
  {
    programs: /^(?:conda|mamba|micromamba)$/,
    pattern: /ssl_verify[ =](?:false|no|0)\b|(?:^| )(?:-k|--insecure)(?: |$)/i,
  },
  { programs: /^composer$/, pattern: /\b(?:disable-tls (?:true|1)|secure-http (?:false|0))\b/ },
  { programs: /^(?:bundle|bundler)$/, pattern: /ssl_verify_mode 0\b/ },
  { programs: /^go$/, pattern: /(?:^| )-insecure(?: |$)|\bGOINSECURE=\S/ },
  { programs: /^aria2c$/, pattern: /--check-certificate=false/ },
  { programs: /^(?:http|https|httpie)$/, pattern: /--verify[= ](?:no|false)\b/ },
  { programs: /^(?:helm|kubectl|oc)$/, pattern: /--insecure-skip-tls-verify(?: |$|=true)/ },
  {
    programs: /^(?:skopeo|podman|buildah|crane)$/,
    pattern: /--(?:src-|dest-)?tls-verify=false|(?:^| )--insecure(?: |$)/,
  },
  { programs: /^(?:aws|az)$/, pattern: /--no-verify-ssl/ },
  { programs: /^(?:wget2|lftp)$/, pattern: /--no-check-certificate|ssl:verify-certificate (?:no|false)/ },
  { programs: /^svn$/, pattern: /--trust-server-cert/ },
];

const formsOf = remembered((name) => forms.filter(({ programs }) => programs.test(name)));

/** The argument that holds the beginning of the match. */
function placeOf(command: Command, pattern: RegExp): Argument | undefined {
  const match = pattern.exec(command.text);
  if (!match) return undefined;
  // The last word of what matches decides; a space in front is none of it.
  const at = match.index + match[0].length - match[0].trimStart().length;
  let end = 0;
  return command.args.find(({ value }) => {
    end += value.length + 1;
    return at < end;
  });
}

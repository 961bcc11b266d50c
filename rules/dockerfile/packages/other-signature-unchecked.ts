import { say } from '../../message';
import { cwe } from '../../references';
import { remembered } from '../../remembered';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'other-signature-unchecked',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: 'A package manager skips the check of signatures',
  why: 'Package managers check who made a package before they install it. Without the check, whoever may change the file on its way or on the mirror has their code run as root in the build, and in every container after it.',
  remedy: 'Leave the check on, and add the key of whoever makes the packages.',
  aliases: [],
  references: [cwe(347)],
  inOnbuild: true,

  command(command, { report }) {
    const place = switchIn(command);
    if (place)
      report(
        place,
        say`With \`${place.value}\`, the packages may be anybody's. Leave the check on, and add the key of their maker.`,
      );
  },
});

/** Settings of apt, given by `-o`. */
const settings =
  /(?:APT::Get::AllowUnauthenticated|Acquire::Allow(?:Insecure|DowngradeToInsecure|Weak)Repositories)=(?:true|1|yes)/i;

/** The switches of the manuals; those of `apt-get`, `apk`, `rpm` and `--nogpgcheck` have rules of their own. */
const patterns: readonly (readonly [programs: RegExp, pattern: RegExp])[] = [
  [/^(?:apt-get|apt|aptitude)$/, settings],
  [
    /^(?:apt-get|apt|aptitude)$/,
    /^--allow-(?:insecure-repositories|downgrade-to-insecure-repositories)(?:=(?:true|1|yes))?$/,
  ],
  [/^(?:apt|aptitude)$/, /^--(?:allow-unauthenticated|allow-untrusted|force-yes)(?:=(?:true|1|yes))?$/],
  [/^(?:dnf|dnf5|yum|microdnf|tdnf)$/, /^--no-gpgchecks?$|\bgpgcheck=(?:0|false|no)$/i],
  [/^zypper$/, /^--(?:no-gpg-checks|allow-unsigned-rpm)$/],
  [/^dpkg$/, /^--force-(?:bad-verify|all)$/],
  [/^go$/, /^(?:GOSUMDB=off|GONOSUMCHECK=1|GONOSUMDB=\*|GOFLAGS=-insecure)$/],
  [/^gem$/, /^--trust-policy=NoSecurity$/],
];

const patternsOf = remembered((name) =>
  patterns.filter(([programs]) => programs.test(name)).map(([, pattern]) => pattern),
);

/** The argument that switches the check off. */
function switchIn({ name, args }: Command): Argument | undefined {
  for (const pattern of patternsOf(name ?? '')) {
    const found = args.find(({ value }) => pattern.test(value));
    if (found) return found;
  }
  return undefined;
}

import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

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
    const pattern = patternOf(command);
    const place = pattern && command.args.find(({ value }) => pattern.test(value));
    if (place)
      report(
        place,
        say`With \`${place.value}\`, the packages may be anybody's. Leave the check on, and add the key of their maker.`,
      );
  },
});

const yes = '(?:=(?:true|1|yes)|$)';
const apt = new RegExp(
  `^--allow-(?:insecure-repositories|downgrade-to-insecure-repositories)${yes}|(?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories|Acquire::AllowDowngradeToInsecureRepositories|Acquire::AllowWeakRepositories)=(?:true|1|yes)`,
  'i',
);

/** The switches of the manuals; those of `apt-get`, `apk`, `rpm` and `--nogpgcheck` have rules of their own. */
const patterns: readonly (readonly [programs: RegExp, pattern: RegExp])[] = [
  [/^apt-get$/, apt],
  [
    /^(?:apt|aptitude)$/,
    new RegExp(`^--(?:allow-unauthenticated|allow-untrusted|force-yes)${yes}|${apt.source}`, 'i'),
  ],
  [/^(?:dnf|dnf5|yum|microdnf|tdnf)$/, /^--no-gpgchecks?$|\bgpgcheck=(?:0|false|no)$/i],
  [/^zypper$/, /^--(?:no-gpg-checks|allow-unsigned-rpm)$/],
  [/^dpkg$/, /^--force-(?:bad-verify|all)$/],
  [/^go$/, /^(?:GOSUMDB=off|GONOSUMCHECK=1|GONOSUMDB=\*|GOFLAGS=.*-insecure.*)$/],
  [/^gem$/, /^--trust-policy=(?:NoSecurity)$/],
];

const patternOf = ({ name }: Command): RegExp | undefined =>
  patterns.find(([programs]) => programs.test(name ?? ''))?.[1];

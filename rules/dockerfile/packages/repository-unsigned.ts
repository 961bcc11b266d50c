import { say } from '../../message';
import { cwe } from '../../references';
import { writtenIn } from '../downloads/model/written';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'repository-unsigned',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: 'A repository is taken without signatures',
  why: 'The packages of this repository are installed whoever has made or changed them: their code runs as root in the build, and in every container after it.',
  remedy:
    "Give the repository's key: `signed-by=` in a sources file of apt, `gpgcheck=1` with `gpgkey=` in a file of yum or dnf, `SigLevel = Required` for pacman.",
  aliases: [],
  references: [
    cwe(347),
    {
      title: 'sources.list(5), options',
      url: 'https://manpages.debian.org/stable/apt/sources.list.5.en.html#OPTIONS',
    },
  ],
  inOnbuild: true,

  kinds: ['run', 'copy', 'add'],
  instruction(instruction, { report, dockerfile }) {
    for (const place of writtenIn(instruction, pattern)) {
      const text = dockerfile.text.slice(place.start, place.end);
      const before = dockerfile.text.slice(instruction.span.start, place.start);
      if (isOther(before, text, dockerfile.text.slice(place.end, instruction.span.end))) continue;
      report(
        place,
        say`With \`${text}\`, packages of this repository are taken whoever made them. Leave the check on, and give its key.`,
      );
    }
  },
});

/** Lines of sources.list and *.sources, *.repo, pacman.conf, apt.conf. */
const pattern =
  /\b(?:trusted|allow-insecure)=yes\b|^(?:Trusted|Allow-Insecure):[ \t]*yes\b|(?:pkg_)?gpgcheck[ \t]*=[ \t]*(?:0|false|no)\b|SigLevel[ \t]*=[ \t]*(?:Never|Optional TrustAll)\b|\bAllow(?:Unauthenticated|InsecureRepositories)[ \t]+"?(?:true|1|yes)\b/gim;

/** What stands before or behind an option that makes it mean something else. */
function isOther(before: string, option: string, behind: string): boolean {
  // What a program is told by flags has a rule of its own, and lists are seldom signed by themselves.
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1);
  if (/^["']?--/.test(word) || word.endsWith('repo_')) return true;
  if (!/^(?:trusted|allow-insecure)=/i.test(option)) return false;
  const opened = before.lastIndexOf('[');
  if (opened < 0 || opened < Math.max(before.lastIndexOf(']'), before.lastIndexOf('\n'))) return true;
  return /^[^\]\n]*\]\s*(?:file|copy|cdrom):/.test(behind);
}

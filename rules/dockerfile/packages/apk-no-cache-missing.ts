import { say } from '../../message';
import { packageCallOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { mayHideFlags } from './model/hidden-flags';

export default dockerfileRule({
  id: 'apk-no-cache-missing',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`apk add` without the word `--no-cache`',
  why: 'The index that `apk add` downloads stays in the layer and makes the image bigger.',
  remedy:
    'Add `--no-cache`. `apk-cache-kept` asks the same and takes other ways to keep the index out of the image too.',
  aliases: ['DS-0025'],
  references: [
    { title: 'Alpine: apk, local cache', url: 'https://wiki.alpinelinux.org/wiki/Local_APK_cache' },
  ],
  inOnbuild: true,

  programs: ['apk'],
  command(command, { report }) {
    const add = packageCallOf(command)?.subcommand.at(-1);
    if (add?.value !== 'add') return;
    if (command.hasFlag('--no-cache') || mayHideFlags(command)) return;
    report(add, say`This \`apk add\` does not say \`--no-cache\`. Add it.`);
  },
});

import { say } from '../../message';
import { packageCallOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { isMounted } from './model/caches';
import { addAfter } from './model/edits';
import { mayHideFlags } from './model/hidden-flags';

export default dockerfileRule({
  id: 'apk-cache-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`apk add` without `--no-cache`',
  why: 'Without `--no-cache`, apk writes the index of its repositories to /var/cache/apk. It makes the image bigger, ages there, and to keep it fresh and small takes `--update` before and `rm` behind.',
  remedy: 'Use `apk add --no-cache`, which does both, or mount /var/cache/apk as a cache.',
  aliases: ['DL3019', 'kics:ae9c56a6-3ed1-4ac0-9b54-31267f51151d'],
  references: [
    { title: 'Alpine: apk, local cache', url: 'https://wiki.alpinelinux.org/wiki/Local_APK_cache' },
  ],
  fix: 'safe',
  inOnbuild: true,

  programs: ['apk'],
  run(run, { report }) {
    for (const command of run.commands) {
      const add = command.name === 'apk' ? packageCallOf(command)?.subcommand.at(-1) : undefined;
      if (add?.value !== 'add') continue;
      if (command.hasFlag('--no-cache', '--cache-dir', '--no-network') || mayHideFlags(command)) continue;
      if (isMounted(run, ['/var/cache/apk'])) continue;
      const edit = addAfter(command, add, '--no-cache');
      report(add, say`\`apk add\` keeps its index in the image. Add \`--no-cache\`.`, {
        fix: edit && { title: say`Add --no-cache`, edits: [edit] },
      });
    }
  },
});

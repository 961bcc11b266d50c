import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Mend } from '../../rule';
import { type DockerfileEdit, replaceWord } from '../model/edit';
import type { Mount } from '../model/instructions/mount';
import { dockerfileRule } from '../model/rule';
import type { EffectiveUser } from '../model/stage';

export default dockerfileRule({
  id: 'secret-mount-mode',
  topic: 'C1',
  severity: 'warning',
  profile: 'recommended',
  title: 'Secret is mounted readable for everybody',
  why: 'Every program that RUN starts, whoever it runs as, can then read the secret: install scripts of packages that drop to another user, for one.',
  remedy:
    'Leave `mode` out, which means 0400. If RUN runs as another user than root, give the file to that user with `uid=`.',
  aliases: [],
  references: [
    dockerDocs('reference/dockerfile/#run---mounttypesecret', 'Dockerfile reference, secret mounts'),
  ],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const mount of run.mounts) {
      const mode = mount.word('mode');
      const bits = Number.parseInt(mode?.known ?? '', 8);
      if (mount.type !== 'secret' || !mode || Number.isNaN(bits) || (bits & 0o007) === 0) continue;
      report(
        mode,
        say`The secret is mounted with mode ${mode.value}, so every user of the container may read it. Leave it at 0400, and give it to another user with \`uid=\`.`,
        { fix: tighten(mount, run.stage?.userAt(run)) },
      );
    }
  },
});

/** Who runs the command must still be able to read it; a user by name has a number that the file does not tell. */
function tighten(mount: Mount, user: EffectiveUser | undefined): Mend<DockerfileEdit> | undefined {
  const mode = mount.word('mode');
  const uid = user === undefined || user.value === 'root' ? '0' : /^(\d+)(?::|$)/.exec(user.value)?.[1];
  if (!mode) return undefined;
  if (mount.word('uid') || uid === '0')
    return { title: say`Set the mode to 0400`, edits: [replaceWord(mode, '0400')] };
  if (uid === undefined || !user?.resolved) return undefined;
  return {
    title: say`Set the mode to 0400 and the owner to ${uid}`,
    edits: [replaceWord(mode, `0400,uid=${uid}`)],
  };
}

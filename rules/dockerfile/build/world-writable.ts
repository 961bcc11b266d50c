import { say } from '../../message';
import { cwe } from '../../references';
import type { Mend } from '../../rule';
import { type DockerfileEdit, replaceWord } from '../model/edit';
import { isInImage } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import { lastingChanges, type ModeChange } from './model/modes';

export default dockerfileRule({
  id: 'world-writable',
  topic: 'C6',
  severity: 'warning',
  profile: 'recommended',
  title: 'Files that everybody may change',
  why: 'Whoever gets to run anything in the container can change these files: programs and settings that root or another user trusts.',
  remedy:
    'Give the files to the user that needs them: `COPY --chown=app:app`, `chown`. For a user that is not known before, give them to group 0 and let the group write: `chgrp -R 0 … && chmod -R g=u …`.',
  aliases: [],
  references: [cwe(732)],
  fix: 'review',
  inOnbuild: true,

  kinds: ['run', 'copy', 'add'],
  instruction(instruction, { report, dockerfile }) {
    for (const change of lastingChanges(instruction, (mode) => mode.isWorldWritable)) {
      if (isForAll(change)) continue;
      report(
        change.place,
        say`Mode ${change.text} lets every user of the container change the files. Give them to the user that needs them.`,
        {
          fix: withoutOthers(change),
          severity: isInImage(instruction.stage, dockerfile) ? 'warning' : 'info',
        },
      );
    }
  },
});

/** Devices and what is deleted at the end of the build harm nobody. */
const isForAll = ({ paths }: ModeChange): boolean =>
  paths.length > 0 && paths.every((path) => /^\/(?:dev|proc|run\/secrets)\/|^\/(?:var\/)?tmp\//.test(path));

function withoutOthers({ place, text }: ModeChange): Mend<DockerfileEdit> | undefined {
  if (!/^0?[0-7]{3,4}$/.test(text)) return undefined;
  // The group keeps what it may: images for an unknown user rely on it.
  const mode = text.slice(0, -1) + (Number(text.slice(-1)) & 5);
  return { title: say`Let nobody else write: ${mode}`, edits: [replaceWord(place, mode)] };
}

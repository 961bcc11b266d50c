import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Instruction } from '../model/instructions';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { baseName } from './model/downloads';

export default dockerfileRule({
  id: 'copy-archive-unpacked',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'COPY brings an archive that a RUN unpacks',
  why: 'The archive stays in the layer of COPY, beside what is unpacked from it: deleting it later does not take it out.',
  remedy:
    'Use ADD, which unpacks tar archives of the build context itself, or mount the archive: `RUN --mount=type=bind,source=app.tar.gz,target=/tmp/app.tar.gz`.',
  aliases: ['DL3010'],
  references: [
    dockerDocs('build/building/best-practices/#add-or-copy', 'Building best practices, ADD or COPY'),
  ],

  copy(copy, { report }) {
    if (copy.from || copy.sources.length === 0) return;
    for (const source of copy.sources) {
      const name = baseName(source.known ?? '');
      if (!archive.test(name)) continue;
      const target = baseName(copy.destination?.known ?? '');
      const names = [name, ...(archive.test(target) ? [target] : [])];
      const later = (copy.stage?.own ?? []).filter(({ index }) => index > copy.index);
      if (later.some((instruction) => unpacks(instruction, names)))
        report(
          source,
          say`${name} stays in the image, though only what is in it is needed. ADD unpacks it by itself.`,
        );
    }
  },
});

/** What ADD can unpack. */
const archive = /\.(?:tar|tar\.gz|tgz|tar\.bz2|tbz2?|tar\.xz|txz|tar\.zst|tzst)$/i;

const unpacks = (instruction: Instruction, names: readonly string[]): boolean =>
  instruction.kind === 'run' && instruction.commands.some((command) => isUnpacking(command, names));

function isUnpacking({ name, args }: Command, names: readonly string[]): boolean {
  const isTar =
    /^(?:bsd|g)?tar$/.test(name ?? '') &&
    args.some(
      ({ value }, index) =>
        /^--(?:extract|get)$|^-\w*x/.test(value) ||
        (index === 0 && /^[a-zA-Z]+$/.test(value) && value.includes('x')),
    );
  const isOther = /^(?:gunzip|bunzip2|unxz|unzstd|zcat|bzcat|xzcat)$/.test(name ?? '');
  return (isTar || isOther) && args.some(({ value }) => names.includes(baseName(value)));
}

import { say } from '../../../message';
import { replaceWord } from '../../model/edit';
import type { InstructionTypes } from '../../model/instructions';
import type { DockerfileContext } from '../../model/rule';

type Files = InstructionTypes['copy'] | InstructionTypes['add'];

/** Several sources may only go into a folder, whose name ends with a slash. */
export function reportMissingSlash(instruction: Files, { report }: DockerfileContext): void {
  const { destination, sources, heredocs } = instruction;
  const target = destination?.known;
  if (!destination || target === undefined || sources.length + heredocs.length < 2) return;
  if (/[/\\]$/.test(target)) return;
  // A heredoc can be no target, which is told as a mistake of syntax.
  if (heredocs.some(({ word }) => word.span.start === destination.span.start)) return;
  report(destination, say`The target of several files must be a folder. End \`${target}\` with \`/\`.`, {
    fix: {
      title: say`End the target with /`,
      edits: [
        replaceWord(
          destination,
          instruction.isJson ? JSON.stringify(`${destination.raw}/`) : withSlash(destination.raw),
        ),
      ],
    },
  });
}

/** A quote at the end stays there. */
const withSlash = (raw: string): string => raw.replace(/["']?$/, (quote) => `/${quote}`);

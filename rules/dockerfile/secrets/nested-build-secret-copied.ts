import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import type { Instruction } from '../model/instructions';
import { dockerfileRule } from '../model/rule';
import { copiedFiles } from './model/credential-files';
import { imageBuilders, isImageBuild, valuesOf } from './model/nested-builds';
import { baseName, plainPath } from './model/paths';

export default dockerfileRule({
  id: 'nested-build-secret-copied',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Secret of a build comes from a file that COPY brought',
  why: '`--secret` keeps a secret out of the image that is built, but the file that it is read from stands in a layer of this one, and most likely in the repository too.',
  remedy:
    'Mount the file in this build as well: `RUN --mount=type=secret,id=NAME docker build --secret id=NAME,src=/run/secrets/NAME .`.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],

  programs: imageBuilders,
  run(run, { report }) {
    for (const command of run.commands.filter(isImageBuild))
      for (const { argument, value } of valuesOf(command, '--secret')) {
        const source = /(?:^|,)(?:src|source)=([^,]+)/.exec(value)?.[1];
        if (source === undefined || argument.known === undefined) continue;
        if (run.stage?.own.some((other) => other.index < run.index && brings(other, source)))
          report(
            argument,
            say`\`${source}\` was copied into this image, so the secret is in a layer. Mount it in this build as a secret too.`,
          );
      }
  },
});

const brings = (instruction: Instruction, path: string): boolean =>
  (instruction.kind === 'copy' || instruction.kind === 'add') &&
  copiedFiles(instruction).some(({ target }) =>
    path.startsWith('/') && target.startsWith('/')
      ? plainPath(target) === plainPath(path)
      : baseName(target) === baseName(path),
  );

import type { ContextCopyFact, Facts } from '../../facts';
import type { Dockerfile } from './dockerfile';
import { cleanPath } from './ignore/ignore-file';
import { isInImage } from './reach';

/** What rules over the workspace ask of a Dockerfile. */
export const factsOf = (dockerfile: Dockerfile, uri: string): Facts => {
  const contextCopies = copiesOf(dockerfile, uri);
  return contextCopies.length === 0 ? {} : { contextCopies };
};

/** The sources of COPY and ADD that come from the build context, in the stages that are built. */
function copiesOf(dockerfile: Dockerfile, uri: string): ContextCopyFact[] {
  const copies: ContextCopyFact[] = [];
  for (const stage of dockerfile.stages) {
    if (!stage.isUsed) continue;
    for (const instruction of stage.own) {
      if (instruction.kind !== 'copy' && instruction.kind !== 'add') continue;
      if (instruction.kind === 'copy' && instruction.from) continue;
      for (const { known, span } of instruction.sources) {
        if (known === undefined || known === '' || /^[\w+.-]+:\/\/|^git@/.test(known)) continue;
        copies.push({
          uri,
          span,
          documentEnd: dockerfile.text.length,
          title: instruction.title,
          source: cleanPath(known).replace(/^\/(?=.)/, ''),
          isInImage: isInImage(stage, dockerfile),
          hasExcludes: instruction.excludes.length > 0,
        });
      }
    }
  }
  return copies;
}

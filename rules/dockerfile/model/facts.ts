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
  return dockerfile.stages.flatMap((stage) =>
    stage.own.flatMap((instruction) => {
      if (!stage.isUsed || (instruction.kind !== 'copy' && instruction.kind !== 'add')) return [];
      if (instruction.kind === 'copy' && instruction.from) return [];
      return instruction.sources.flatMap((word) => {
        const { known } = word;
        if (known === undefined || known === '' || /^[\w+.-]+:\/\/|^git@/.test(known)) return [];
        return [
          {
            uri,
            span: word.span,
            documentEnd: dockerfile.text.length,
            title: instruction.title,
            source: cleanPath(known).replace(/^\/(?=.)/, ''),
            isInImage: isInImage(stage, dockerfile),
            hasExcludes: instruction.excludes.length > 0,
          },
        ];
      });
    }),
  );
}

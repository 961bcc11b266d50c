import { parseReference } from '../../images/reference';
import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Dockerfile } from '../model/dockerfile';
import { type Binding, type Environment, expand } from '../model/lexer';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'base-image-invalid',
  topic: 'C10',
  severity: 'warning',
  profile: 'all',
  title: 'FROM names no valid image when nothing is given to the build',
  why: 'Who builds the file without the right `--build-arg` gets an error. Editors and scanners that read it cannot tell the image at all.',
  remedy: 'Give the ARG a default with which FROM names an image.',
  aliases: ['buildkit:InvalidDefaultArgInFrom'],
  references: [dockerDocs('reference/build-checks/invalid-default-arg-in-from/', 'InvalidDefaultArgInFrom')],

  file(dockerfile, { report }) {
    let environment: Environment | undefined;
    for (const { from } of dockerfile.stages) {
      // A reference is an image for sure, and without variables it is one whatever is given to the build.
      if (!from.image || (from.reference && !from.image.hasVariables)) continue;
      environment ??= defaultsOf(dockerfile);
      const { value, error } = expand(from.image.raw, environment, dockerfile.escapeChar);
      if (error !== undefined || parseReference(value)) continue;
      if (from.image.hasVariables)
        report(
          from.image,
          say`Without arguments FROM names \`${value}\`, which is no image. Give the ARG a default.`,
        );
      else report(from.image, say`\`${value}\` is no name of an image.`, { severity: 'error' });
    }
  },
});

/** What each platform's argument is on a usual machine: any value will do, as long as it has the right form. */
const platform: ReadonlyMap<string, string> = new Map(
  Object.entries({
    BUILDPLATFORM: 'linux/amd64',
    BUILDOS: 'linux',
    BUILDARCH: 'amd64',
    TARGETPLATFORM: 'linux/amd64',
    TARGETOS: 'linux',
    TARGETARCH: 'amd64',
    TARGETSTAGE: 'default',
  }),
);

/** The arguments of a build that is given none. */
function defaultsOf({ globalArgs, escapeChar }: Dockerfile): Environment {
  const values = new Map<string, string>();
  const environment = {
    lookup: (name: string): Binding => {
      const value = values.get(name) ?? platform.get(name);
      return value === undefined ? { state: 'unset' } : { state: 'set', value };
    },
  };
  for (const { pairs } of globalArgs)
    for (const { name, value } of pairs)
      if (value) values.set(name.raw, expand(value.raw, environment, escapeChar).value);
  return environment;
}

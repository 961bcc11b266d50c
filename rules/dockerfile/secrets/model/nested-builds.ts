import type { Argument, Command } from '../../model/shell/command';

export const imageBuilders: readonly string[] = ['docker', 'podman', 'nerdctl', 'buildah', 'buildx', 'img'];

/** True for `docker build`, `docker buildx build`, `podman build`, `buildah bud`… */
export const isImageBuild = (command: Command): boolean =>
  imageBuilders.includes(command.name ?? '') &&
  command.args.slice(0, 4).some(({ value }) => /^(?:build|bud|build-using-dockerfile)$/.test(value));

/** The values of all flags of one name. */
export function valuesOf(command: Command, flag: string): readonly { argument: Argument; value: string }[] {
  return command.args.flatMap((argument, index) => {
    if (argument.value.startsWith(`${flag}=`))
      return [{ argument, value: argument.value.slice(flag.length + 1) }];
    return command.args[index - 1]?.value === flag ? [{ argument, value: argument.value }] : [];
  });
}

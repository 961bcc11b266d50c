import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { isSecretName } from '../../secrets';
import { dockerfileRule } from '../model/rule';
import { imageBuilders, isImageBuild, valuesOf } from './model/nested-builds';

export default dockerfileRule({
  id: 'nested-build-argument-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Secret is handed to a build as `--build-arg`',
  why: 'The value of a build argument is kept in the history of the image that is built, where everybody who gets it can read it.',
  remedy: 'Hand it over with `--secret id=NAME,env=NAME`, and mount it in the other Dockerfile.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],
  inOnbuild: true,

  programs: imageBuilders,
  commandLine(instruction, { report }) {
    for (const command of instruction.commands.filter(isImageBuild))
      for (const { argument, value } of valuesOf(command, '--build-arg')) {
        const equals = value.indexOf('=');
        const name = equals < 0 ? value : value.slice(0, equals);
        // A value in the open is another rule's.
        const isGiven = equals < 0 || argument.known === undefined;
        if (!isSecretName(name) || !isGiven) continue;
        report(
          argument,
          say`${name} is handed to the build as an argument, which stays in the history of the image. Use \`--secret id=${name},env=${name}\`.`,
        );
      }
  },
});

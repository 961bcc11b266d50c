import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { severityIn } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import { copiedFiles, deletedBy, kindOfCopy, privateKeyKind } from './model/credential-files';
import { asFileMount } from './model/file-mount-fix';

export default dockerfileRule({
  id: 'private-key-copied',
  topic: 'C2',
  severity: 'error',
  profile: 'recommended',
  title: 'Private key is copied into the image',
  why: 'Everybody who gets the image, or the cache of the builder, has the key and can act in the name of whoever it belongs to.',
  remedy:
    'For SSH during the build use `RUN --mount=type=ssh`, for other keys `RUN --mount=type=secret`. A key that the container needs is mounted when it runs. Replace a key that was in an image.',
  aliases: [],
  references: [
    dockerDocs('build/building/secrets/#ssh-mounts', 'Build secrets, SSH mounts'),
    cwe(522),
    cwe(321),
  ],
  fix: 'review',
  inOnbuild: true,

  files(instruction, { report, dockerfile }) {
    for (const file of copiedFiles(instruction)) {
      const kind = kindOfCopy(file, privateKeyKind);
      if (kind === undefined || deletedBy(instruction, file, dockerfile)) continue;
      report(
        file.word,
        say`${instruction.title} puts \`${file.source}\`, by its name ${kind}, into a layer. Mount it where it is needed.`,
        {
          severity: severityIn(instruction.stage, dockerfile),
          fix: asFileMount(instruction, file, dockerfile),
        },
      );
    }
  },
});

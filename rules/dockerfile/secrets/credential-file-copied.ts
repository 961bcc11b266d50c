import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { severityIn } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import { copiedFiles, credentialKind, deletedBy, kindOfCopy } from './model/credential-files';
import { asFileMount } from './model/file-mount-fix';

export default dockerfileRule({
  id: 'credential-file-copied',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'File of credentials is copied into the image',
  why: 'Everybody who gets the image, or the cache of the builder, has the credentials. A later instruction that deletes the file does not take it out of its layer.',
  remedy:
    'Mount it where the build needs it: `RUN --mount=type=secret,id=netrc,target=/root/.netrc …`. What the container needs is given to it when it runs. Replace credentials that were in an image.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],
  fix: 'review',
  inOnbuild: true,

  files(instruction, { report, dockerfile }) {
    for (const file of copiedFiles(instruction)) {
      const kind = kindOfCopy(file, credentialKind);
      if (kind === undefined || deletedBy(instruction, file, dockerfile)) continue;
      report(
        file.word,
        say`${instruction.title} puts \`${file.source}\`, by its name ${kind}, into a layer. Mount it as a secret where it is needed.`,
        {
          severity: severityIn(instruction.stage, dockerfile),
          fix: asFileMount(instruction, file, dockerfile),
        },
      );
    }
  },
});

import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { isInImage } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import { copiedFiles, deletedBy, isSettings } from './model/credential-files';
import { asFileMount } from './model/file-mount-fix';

export default dockerfileRule({
  id: 'settings-file-copied',
  topic: 'C1',
  severity: 'info',
  confidence: 'medium',
  profile: 'recommended',
  title: 'Settings that often hold a password are copied into the image',
  why: 'Files such as .npmrc, pip.conf and .env are where people keep tokens and passwords. In the image everybody who gets it can read them.',
  remedy:
    'Mount the file where the build needs it: `RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci`. Give the container its settings when it runs. If nothing in it is secret, say so with a comment that suppresses this.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(538)],
  fix: 'review',

  files(instruction, { report, dockerfile }) {
    if (!isInImage(instruction.stage, dockerfile)) return;
    for (const file of copiedFiles(instruction))
      if (isSettings(file.source) && !deletedBy(instruction, file, dockerfile))
        report(
          file.word,
          say`${instruction.title} puts \`${file.source}\` into the image, a file that often holds a password or token. Mount it where it is needed.`,
          { fix: asFileMount(instruction, file, dockerfile) },
        );
  },
});

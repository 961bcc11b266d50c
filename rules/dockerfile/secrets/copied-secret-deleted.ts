import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { severityIn } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import {
  copiedFiles,
  credentialKind,
  deletedBy,
  isSettings,
  kindOfCopy,
  privateKeyKind,
} from './model/credential-files';
import { asFileMount } from './model/file-mount-fix';

export default dockerfileRule({
  id: 'copied-secret-deleted',
  topic: 'C2',
  severity: 'error',
  profile: 'recommended',
  title: 'Secret file is deleted in a later layer only',
  why: 'A layer cannot be changed. The file is hidden from the container, but it is still in the layer that COPY made, and whoever has the image can unpack that layer.',
  remedy:
    'Do not copy it: mount it in the RUN that needs it, with `--mount=type=secret,target=…`, or `--mount=type=ssh` for SSH. Replace the secret if the image was ever pushed.',
  aliases: [],
  references: [
    dockerDocs('build/building/secrets/', 'Build secrets'),
    dockerDocs('get-started/docker-concepts/building-images/understanding-image-layers/', 'Image layers'),
    cwe(212),
  ],
  fix: 'review',

  files(instruction, { report, dockerfile, uri }) {
    for (const file of copiedFiles(instruction)) {
      const isSecret =
        isSettings(file.source) || kindOfCopy(file, (path) => privateKeyKind(path) ?? credentialKind(path));
      const deletion = isSecret ? deletedBy(instruction, file, dockerfile) : undefined;
      if (!deletion) continue;
      report(
        file.word,
        say`\`${file.source}\` stays in the layer of this ${instruction.title}, though a later RUN deletes it. Mount it in the RUN that needs it.`,
        {
          severity: severityIn(instruction.stage, dockerfile),
          fix: asFileMount(instruction, file, dockerfile),
          related: [{ uri, span: deletion.span, message: say`It is deleted here, in another layer.` }],
        },
      );
    }
  },
});

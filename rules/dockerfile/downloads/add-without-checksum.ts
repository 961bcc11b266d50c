import { blank } from '../../finding';
import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import type { Details } from '../../rule';
import { type DockerfileEdit, insertFlag } from '../model/edit';
import type { AddInstruction } from '../model/instructions/files';
import { dockerfileRule } from '../model/rule';
import { isNearHost } from './model/downloads';

export default dockerfileRule({
  id: 'add-without-checksum',
  topic: 'C5',
  severity: 'info',
  profile: 'recommended',
  title: 'ADD takes a file of the network without a checksum',
  why: 'The build takes whatever the server sends on that day. When the file or the server is taken over, nobody sees it.',
  remedy:
    'Add `--checksum=sha256:…` with the digest of the file that you have looked at. BuildKit then fails if another comes.',
  aliases: [],
  references: [
    dockerDocs('reference/dockerfile/#add---checksum', 'Dockerfile reference, ADD --checksum'),
    cwe(494),
  ],
  fix: 'fill-in',
  inOnbuild: true,

  add(add, { report }) {
    if (add.checksum) return;
    for (const source of add.sources)
      if (/^https?:\/\//i.test(source.value) && !isGit(source.value) && !isNearHost(source.value))
        report(
          source,
          say`Whatever the server sends becomes part of the image. Add \`--checksum=sha256:…\` with the digest of the file.`,
          { fix: fixOf(add) },
        );
  },
});

/** One checksum is for one file. */
const fixOf = (add: AddInstruction): Details<DockerfileEdit>['fix'] =>
  add.sources.length > 1
    ? undefined
    : {
        title: say`Add --checksum`,
        edits: [insertFlag(add, `--checksum=sha256:${blank}`)],
      };

/** A repository is named by its commit. */
const isGit = (address: string): boolean => /\.git(?:[#?].*)?$/i.test(address);

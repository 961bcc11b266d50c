import { say } from '../../message';
import { dockerDocs } from '../../references';
import { escapeRegExp } from '../../text';
import type { Dockerfile } from '../model/dockerfile';
import { removeWord } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import type { Mount } from '../model/instructions/mount';
import { dockerfileRule } from '../model/rule';
import { isPosix } from '../model/shell/shell';
import { mountedSecretOf } from './model/mounted-secrets';

export default dockerfileRule({
  id: 'secret-mount-unused',
  topic: 'C1',
  severity: 'warning',
  profile: 'recommended',
  confidence: 'medium',
  title: 'Mounted secret is not used',
  why: 'Nothing in this RUN reads the secret: either the program looks for it in another place and works without it, or it is handed to commands that need not have it.',
  remedy: 'Mount it where the program looks for it, with `target=` or `env=`, or remove the mount.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report, dockerfile }) {
    for (const mount of run.mounts) {
      if (mount.type !== 'secret' || !isUnused(run, mount, dockerfile)) continue;
      const path = mount.secretPath;
      const fix = { title: say`Remove the mount`, edits: [removeWord(mount.flag)] as const };
      if (path !== undefined)
        report(
          mount,
          say`Nothing in this RUN reads the secret at ${path}. Mount it where it is looked for, with \`target=\` or \`env=\`, or remove the mount.`,
          { fix },
        );
      else
        report(
          mount,
          say`Nothing in this RUN reads the variable ${mount.env?.known ?? ''} of the secret. Remove the mount.`,
          { fix },
        );
    }
  },
});

/** Programs that read no secret but the files that they are given. */
const plain = new Set(
  'echo printf mkdir rm rmdir mv cp chmod chown ln touch true false cd set ls pwd id whoami date sleep useradd groupadd adduser addgroup usermod tar unzip'.split(
    ' ',
  ),
);

/** Those that read settings from places of their own, of which /run/secrets is none. */
const withSettings = new Set(
  'apt-get apt apk yum dnf microdnf npm npx yarn pnpm pip pip3 gem curl wget'.split(' '),
);

function isUnused(run: RunInstruction, mount: Mount, dockerfile: Dockerfile): boolean {
  if (mount.id === undefined || (mount.secretPath === undefined && mount.env?.known === undefined))
    return false;
  if (run.form !== 'exec' && !isPosix(run.shell.kind)) return false;
  const isDefault = mount.secretPath?.startsWith('/run/secrets/') === true && !mount.env;
  const isHarmless = run.commands.every(
    ({ name }) => name !== undefined && (plain.has(name) || (isDefault && withSettings.has(name))),
  );
  return isHarmless && run.commands.length > 0 && !isNamed(run, mount, dockerfile);
}

/** A mention anywhere else may be what makes the program find it: a variable, a configuration file. */
function isNamed(run: RunInstruction, mount: Mount, { instructions }: Dockerfile): boolean {
  const secret = mountedSecretOf(run, mount);
  const name = mount.env?.known;
  return instructions.some((instruction) => {
    const text = [instruction.rest.text, ...instruction.heredocs.map(({ body }) => body.text)].join('\n');
    return (
      secret.isMentioned(text) || (name !== undefined && new RegExp(`\\b${escapeRegExp(name)}\\b`).test(text))
    );
  });
}

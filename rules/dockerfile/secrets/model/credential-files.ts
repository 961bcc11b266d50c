import type { Dockerfile } from '../../model/dockerfile';
import type { AddInstruction, CopyInstruction } from '../../model/instructions/files';
import type { Word } from '../../model/word';
import { baseName, plainPath, removes } from './paths';

type Files = CopyInstruction | AddInstruction;

/** Names of files that hold private keys, and what they hold. */
const privateKeys: readonly (readonly [RegExp, string])[] = [
  [/^id_(?:rsa|dsa|ecdsa|ecdsa_sk|ed25519|ed25519_sk)$/, 'a private SSH key'],
  [/^(?:deploy|github|gitlab|bitbucket|ssh)[-_.]?(?:key|rsa|ed25519)$/, 'a private SSH key'],
  [/^ssh_host_\w+_key$/, "the host's private SSH key"],
  [/\.ppk$/, 'a private SSH key'],
  [
    /^(?:(?:server|tls|ssl|client|ca|localhost|domain)(?:[-_.]key)?|priv(?:ate)?[-_.]?key|private)\.(?:key|pem)$/,
    'a private key',
  ],
  [/^(?:key|[\w.-]+[-_.](?:priv(?:ate)?[-_.]?key|private|key))\.pem$/, 'a private key'],
  [/\.(?:p12|pfx)$/, 'a private key with its certificate'],
  [/^keystore[\w.-]*\.jks$/, 'private keys'],
  [/(?:^|[-_.])secring\.gpg$/, 'private PGP keys'],
];

/** Paths of files that hold credentials and nothing else. */
const credentials: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)\.aws(?:\/credentials)?$/, 'credentials of AWS'],
  [/(?:^|\/)[._]netrc$/, 'passwords'],
  [/(?:^|\/)\.git-credentials$/, 'passwords of git'],
  [/(?:^|\/)\.pypirc$/, 'the password of PyPI'],
  [/(?:^|\/)\.pgpass$/, 'passwords of PostgreSQL'],
  [/(?:^|\/)\.vault-token$/, 'a token of Vault'],
  [/(?:^|\/)(?:\.docker\/config\.json|\.dockercfg|\.docker)$/, 'passwords of registries'],
  [/(?:^|\/)(?:\.kube\/config|\.kube|kubeconfig)$/, 'access to a cluster'],
  [/(?:^|\/)application_default_credentials\.json$/, 'credentials of Google Cloud'],
  [
    /(?:^|\/)(?:gcp|gcloud|google|firebase)?[-_.]?(?:service[-_]?account|credentials)(?:[-_.]?key)?\.json$/i,
    'credentials of Google Cloud',
  ],
  [/(?:^|\/)\.terraform\.d\/credentials\.tfrc\.json$/, 'a token of Terraform'],
  [/(?:^|\/)[\w.-]*\.tfstate$/, 'the state of Terraform, with its secrets'],
  [/(?:^|\/)\.ssh\/?$/, 'private SSH keys'],
];

/** Settings of programs that often hold a password and just as often none. */
const settings =
  /(?:^|\/)(?:\.npmrc|\.yarnrc(?:\.yml)?|pip\.conf|\.pip|auth\.json|nuget\.config|settings\.xml|\.env(?:\.\w+)?|secrets?\.(?:json|ya?ml|txt|env))$/i;

const isPublic = (path: string): boolean => /\.pub$|public|example|sample|template|\.dist$/i.test(path);

const kindIn = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

export const privateKeyKind = (path: string): string | undefined =>
  isPublic(path) ? undefined : kindIn(privateKeys, baseName(path));

export const credentialKind = (path: string): string | undefined =>
  isPublic(path) ? undefined : kindIn(credentials, path.replace(/\/+$/, ''));

export const isSettings = (path: string): boolean => !isPublic(path) && settings.test(path);

/** A file that an instruction copies: what it is called, here and in the image. */
export interface CopiedFile {
  readonly word: Word;
  readonly source: string;
  /** The path in the image, as far as the instruction tells. */
  readonly target: string;
}

export function copiedFiles(files: Files): readonly CopiedFile[] {
  const destination = files.destination?.known;
  if (destination === undefined) return [];
  const isFolder = files.sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(destination);
  return files.sources.flatMap((word) => {
    const source = word.known;
    if (source === undefined || /[*?[]/.test(source)) return [];
    const name = baseName(source);
    return [{ word, source, target: isFolder ? `${destination.replace(/\/+$/, '')}/${name}` : destination }];
  });
}

/** True where a later RUN deletes what was copied: a person knows that it must not be in the image. */
export const isDeletedLater = (files: Files, { target }: CopiedFile, dockerfile: Dockerfile): boolean =>
  dockerfile.stages
    .filter((stage) => files.stage && stage.lineage.includes(files.stage))
    .flatMap((stage) => stage.ofKind('run'))
    .some(
      (run) =>
        run.index > files.index &&
        run.commands.some((command) => removes(command, relative(plainPath(target)))),
    );

/** Most often the working directory is where both are. */
const relative = (path: string): string => path.replace(/^\.\//, '');

import { remembered } from '../../../remembered';
import { derived } from '../../model/derived';
import type { Dockerfile } from '../../model/dockerfile';
import type { RunInstruction } from '../../model/instructions/command-line';
import type { AddInstruction, CopyInstruction } from '../../model/instructions/files';
import type { Command } from '../../model/shell/command';
import type { Word } from '../../model/word';
import { baseName, plainPath, removes } from './paths';

type Files = CopyInstruction | AddInstruction;

/** Names of files that hold private keys, and what they hold. */
const privateKeys: readonly (readonly [RegExp, string])[] = [
  [/^id_(?:rsa|dsa|ecdsa|ecdsa_sk|ed25519|ed25519_sk)$/, 'a private SSH key'],
  [/^(?:deploy|github|gitlab|bitbucket|ssh)[-_.]?(?:key|rsa|ed25519)$/, 'a private SSH key'],
  [/^ssh_host_\w+_key$/, "the host's private SSH key"],
  [/\.ppk$/, 'a private SSH key'],
  [/^(?:server|tls|ssl|client|ca|localhost|domain|private|host|cert)\.key$/, 'a private key'],
  [
    /(?:^|[-_.])(?:priv(?:ate|key)?|server|client|tls|ssl|ca)[-_.]?key(?:\.(?:key|pem|der))?$/,
    'a private key',
  ],
  [/(?:^|[-_.])(?:key|private)\.pem$/, 'a private key'],
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
  [/(?:^|\/)\.(?:pgpass|my\.cnf)$/, 'passwords of databases'],
  [/(?:^|\/)\.vault-token$/, 'a token of Vault'],
  [/(?:^|\/)\.?vault[-_]?pass(?:word)?(?:\.txt)?$/, 'the password of an Ansible vault'],
  [/(?:^|\/)(?:\.docker\/config\.json|\.dockercfg|\.dockerconfigjson)$/, 'passwords of registries'],
  [/(?:^|\/)(?:\.kube\/config|\.kube|kubeconfig)$/, 'access to a cluster'],
  [/(?:^|\/)application_default_credentials\.json$/, 'credentials of Google Cloud'],
  [
    /(?:^|\/)(?:gcp|gcloud|google|firebase)?[-_.]?(?:service[-_]?account|credentials)(?:[-_.]?key)?\.json$/i,
    'credentials of Google Cloud',
  ],
  [/(?:^|\/)\.config\/gcloud$/, 'credentials of Google Cloud'],
  [/(?:^|\/)\.azure$/, 'credentials of Azure'],
  [/(?:^|\/)(?:\.boto|\.s3cfg|rclone\.conf)$/, 'keys of object stores'],
  [/(?:^|\/)\.cargo\/credentials(?:\.toml)?$/, 'a token of Cargo'],
  [/(?:^|\/)\.gem\/credentials$/, 'a token of RubyGems'],
  [/(?:^|\/)config\/master\.key$/, 'the key of all credentials of a Rails application'],
  [/(?:^|\/)\.terraform\.d\/credentials\.tfrc\.json$/, 'a token of Terraform'],
  [/(?:^|\/)[\w.-]*\.tfstate$/, 'the state of Terraform, with its secrets'],
  [/(?:^|\/)\.ssh$/, 'private SSH keys'],
];

/** Settings of programs that often hold a password and just as often none. */
const settings =
  /(?:^|\/)(?:\.npmrc|\.yarnrc(?:\.yml)?|pip\.conf|\.composer\/auth\.json|auth\.json|nuget\.config|\.m2\/settings\.xml|\.env(?:\.(?:local|prod(?:uction)?|staging|secret))?|secrets?\.(?:json|ya?ml|txt|env))$/i;

/** Names that say that everybody may know the file, and keys that only tests use. */
const isPublic = remembered((path: string): boolean =>
  /\.pub$|public|insecure|example|sample|template|trust|cacerts|\.dist$|(?:^|\/)(?:tests?|testdata|fixtures|mocks?)\//i.test(
    path,
  ),
);

const kindIn = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

const withoutSlash = (path: string): string => path.replace(/(?<!\/)\/+$/, '');

/** What private key a file of this name is; undefined where the name says none. */
export const privateKeyKind = remembered((path: string): string | undefined =>
  isPublic(path) ? undefined : kindIn(privateKeys, baseName(path)),
);

export const credentialKind = remembered((path: string): string | undefined =>
  isPublic(path) ? undefined : kindIn(credentials, withoutSlash(path)),
);

export const isSettings = remembered((path: string): boolean => !isPublic(path) && settings.test(path));

/** A file that an instruction copies from the build context: what it is called, there and in the image. */
export interface CopiedFile {
  readonly word: Word;
  readonly source: string;
  /** The path in the image, as far as the instruction tells. */
  readonly target: string;
}

export const copiedFiles = derived((files: Files): readonly CopiedFile[] => {
  const destination = files.destination?.known;
  if (destination === undefined || (files.kind === 'copy' && files.from)) return [];
  const isFolder = files.sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(destination);
  const copied: CopiedFile[] = [];
  for (const word of files.sources) {
    const source = word.known;
    if (source === undefined || /[*?[]/.test(source) || source.includes('://')) continue;
    const target = isFolder ? `${withoutSlash(destination)}/${baseName(source)}` : destination;
    copied.push({ word, source, target });
  }
  return copied;
});

/** What a copied file is by its name in the context, or by the name that it gets. */
export function kindOfCopy(
  { source, target }: CopiedFile,
  kindOf: (path: string) => string | undefined,
): string | undefined {
  if (isPublic(source)) return undefined;
  return kindOf(source) ?? kindOf(target);
}

/** The command of a later RUN that deletes what was copied: a person knows that it must not be in the image. */
export const deletedBy = (
  files: Files,
  { target }: CopiedFile,
  dockerfile: Dockerfile,
): Command | undefined =>
  runsAfter(files, dockerfile)
    .flatMap(({ commands }) => commands)
    .find((command) => removes(command, plainPath(target)));

/** The RUN instructions that find what an instruction copied, in its stage and in those that are built on it. */
const runsAfter = (files: Files, { stages }: Dockerfile): readonly RunInstruction[] =>
  stages
    .filter((stage) => files.stage && stage.lineage.includes(files.stage))
    .flatMap((stage) => stage.ofKind('run'))
    .filter((run) => run.index > files.index);

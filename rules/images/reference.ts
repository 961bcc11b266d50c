import { remembered } from '../remembered';

/** An image reference, as `docker pull` and Kubernetes take it. */
export interface ImageReference {
  /** As written. */
  readonly text: string;
  /** Host and maybe port; undefined where none is written, which means Docker Hub. */
  readonly registry: string | undefined;
  /** The registry that it comes from: `docker.io` where none is written. */
  readonly effectiveRegistry: string;
  /** The path in the registry, `library/` included where Docker Hub adds it: `library/alpine`. */
  readonly repository: string;
  /** The path as people write it: `alpine` for `docker.io/library/alpine`. */
  readonly familiarName: string;
  /** The last part of the path: `alpine`. */
  readonly name: string;
  readonly tag: string | undefined;
  /** `sha256:…`, with its algorithm. */
  readonly digest: string | undefined;
  /** Places of the parts in `text`, each without its separator. */
  readonly tagRange: readonly [number, number] | undefined;
  readonly digestRange: readonly [number, number] | undefined;
  /** The end of the name, where a tag would be added. */
  readonly nameEnd: number;
}

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${domainPart}(?:\\.${domainPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const form = new RegExp(
  `^(?:(${domain})/)?(${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(${digest}))?$`,
);

const dockerHub = 'docker.io';
const dockerHubNames: ReadonlySet<string> = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/** A first part is a registry only if it looks like a host: with a dot or a port, in capitals, or `localhost`. */
const isRegistry = (part: string): boolean =>
  part.includes('.') || part.includes(':') || part === 'localhost' || part !== part.toLowerCase();

/** Reads a reference by the grammar of Docker; undefined where a registry would refuse it. */
export const parseReference = remembered((text: string): ImageReference | undefined => {
  if (text.length > 1000) return undefined;
  const slash = text.indexOf('/');
  const hasRegistry = slash > 0 && isRegistry(text.slice(0, slash));
  const match = form.exec(hasRegistry || slash < 0 ? text : `${dockerHub}/${text}`);
  const path = match?.[2];
  if (!match || path === undefined) return undefined;
  const registry = hasRegistry ? match[1] : undefined;
  const [tag, digestText] = [match[3], match[4]];
  const digestRange = digestText ? range(text.length - digestText.length, text.length) : undefined;
  const tagEnd = digestRange ? digestRange[0] - 1 : text.length;
  const tagRange = tag ? range(tagEnd - tag.length, tagEnd) : undefined;
  const { effectiveRegistry, repository, familiarName, name } = namesOf(registry, path);
  return {
    text,
    registry,
    effectiveRegistry,
    repository,
    familiarName,
    name,
    tag,
    digest: digestText,
    tagRange,
    digestRange,
    nameEnd: tagRange ? tagRange[0] - 1 : tagEnd,
  };
});

const range = (start: number, end: number): readonly [number, number] => [start, end];

function namesOf(
  registry: string | undefined,
  path: string,
): Pick<ImageReference, 'effectiveRegistry' | 'repository' | 'familiarName' | 'name'> {
  const isHub = registry === undefined || dockerHubNames.has(registry);
  const repository = isHub && !path.includes('/') ? `library/${path}` : path;
  const hubName = repository.replace(/^library\//, '');
  return {
    effectiveRegistry: isHub ? dockerHub : registry,
    repository,
    familiarName: isHub ? hubName : `${registry}/${path}`,
    name: path.slice(path.lastIndexOf('/') + 1),
  };
}

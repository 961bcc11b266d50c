import { remembered } from './remembered';

/** What a file is, as far as the linter cares. */
export type Language = 'dockerfile' | 'manifest' | 'ignore-file';

const byLanguageId: Readonly<Record<string, Language>> = {
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  yaml: 'manifest',
  json: 'manifest',
  jsonc: 'manifest',
  kubernetes: 'manifest',
  helm: 'manifest',
};

const dockerfileName = /^(?:(?:dockerfile|containerfile)(?:\..+)?|.+\.(?:dockerfile|containerfile))$/i;
const notDockerfileName =
  /\.(?:dockerignore|md|txt|sh|py|js|ts|json|ya?ml|tpl|tmpl|j2|erb|jinja2?|template|mustache|bak|orig|swp)$/i;

/** Source code about Dockerfiles is named in small letters (`dockerfile.go`); a Dockerfile for Go is `Dockerfile.go`. */
const sourceName =
  /^(?:dockerfile|containerfile)\.(?:go|rs|rb|php|java|kt|c|cc|cpp|h|cs|lua|ex|scala|swift|html|css|rst|vim)$/;

/** The language of a file by its name, and by the editor's language id where the name says nothing. */
export function languageOf(uri: string, languageId?: string): Language | undefined {
  const path = uri.includes('?') || uri.includes('#') ? (/^[^?#]*/.exec(uri)?.[0] ?? uri) : uri;
  const { sure, likely } = languageOfName(path.slice(path.lastIndexOf('/') + 1));
  if (sure) return sure;
  if (languageId !== undefined && Object.hasOwn(byLanguageId, languageId)) return byLanguageId[languageId];
  return likely;
}

/** What a name says, as it stands in a URI: for sure, or unless somebody knows better. */
const languageOfName = remembered((encoded): { readonly sure?: Language; readonly likely?: Language } => {
  const name = decodeURIComponentSafe(encoded);
  if (/(?:^|\.)dockerignore$/i.test(name)) return { sure: 'ignore-file' };
  if (dockerfileName.test(name) && !notDockerfileName.test(name) && !sourceName.test(name))
    return { sure: 'dockerfile' };
  return /\.(?:ya?ml|json)$/i.test(name) ? { likely: 'manifest' } : {};
});

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

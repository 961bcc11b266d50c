import { languageOf } from '../rules/index';
import { configurationName } from './configuration/configuration';
import { isChart, templatesFolder } from './helm';
import type { Host } from './host';
import { type IgnoreFiles, isIgnoredBy } from './ignore-files';
import { join, nameOf } from './uris';

export const isSkippedFolder = (name: string): boolean => name === 'node_modules' || name === '.git';

/** True for files that Seaworthy reads from disk. */
export const isWanted = (uri: string): boolean =>
  nameOf(uri) === configurationName || languageOf(uri) !== undefined;

/** All files below `start` that are to be linted, and configurations, in order of name. `root` is the workspace folder. */
export async function* walk(
  host: Host,
  start: string,
  root: string,
  ignoreFiles: IgnoreFiles,
): AsyncGenerator<string> {
  const open = [start];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await host.list(folder);
    const patterns = await ignoreFiles.patternsFor(folder, root);
    const folders: string[] = [];
    const inChart = isChart(entries);
    for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const uri = join(folder, name);
      if (kind === 'folder') {
        const isSkipped = isSkippedFolder(name) || (inChart && name === templatesFolder);
        if (!isSkipped && !isIgnoredBy(patterns, uri, true)) folders.push(uri);
      } else if (isWanted(uri) && !isIgnoredBy(patterns, uri, false)) yield uri;
    }
    open.push(...folders.reverse());
  }
}

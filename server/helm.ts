import { FolderCache } from './folder-cache';
import type { Entry, Host } from './host';
import { foldersAbove, nameOf, parentOf } from './uris';

export const isChart = (entries: readonly Entry[]): boolean =>
  entries.some(({ name, kind }) => kind === 'file' && name === 'Chart.yaml');

export const templatesFolder = 'templates';

/** Knows which files are templates of a Helm chart: they are no manifests until Helm has rendered them. */
export class HelmCharts {
  readonly #charts: FolderCache<boolean>;

  constructor(host: Host) {
    this.#charts = new FolderCache(async (folder) => isChart(await host.list(folder)));
  }

  forget(folder: string): void {
    this.#charts.forget(folder);
  }

  async isTemplate(uri: string, root: string | undefined, languageId: string | undefined): Promise<boolean> {
    if (languageId === 'helm') return true;
    if (root === undefined) return false;
    const templates = foldersAbove(uri, root).filter((folder) => nameOf(folder) === templatesFolder);
    const charts = await Promise.all(templates.map((folder) => this.#charts.of(parentOf(folder))));
    return charts.includes(true);
  }
}

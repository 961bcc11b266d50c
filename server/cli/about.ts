import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version in package.json, which stands above the folder of the bundle. */
export function version(): string {
  const about: unknown = JSON.parse(readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8'));
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '0.0.0';
}

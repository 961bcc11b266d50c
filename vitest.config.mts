import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { writeRegistry } from './scripts/registry.mjs';

writeRegistry();

export default defineConfig({
  test: {
    // Programs that are tested keep nothing in the cache of the person.
    env: { XDG_CACHE_HOME: path.join(tmpdir(), 'seaworthy-test-cache') },
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
    // Suites bundle the programs first.
    hookTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';
import { writeRegistry } from './scripts/registry.mjs';

writeRegistry();

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});

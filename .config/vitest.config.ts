import { defineConfig } from 'vitest/config';
import ClosingLine from './closing-line-reporter.js';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/engines/**'],
    environment: 'node',
    pool: 'threads',
    testTimeout: 60_000,
    reporters: [['default', { summary: false }], new ClosingLine()],
  },
});

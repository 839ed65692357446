import { defineConfig } from 'vitest/config';
import ClosingLine from './closing-line-reporter.js';

// Other engines than the Node at hand: a Chromium that is installed, and a newer Node that the test fetches.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/engines/**/*.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    reporters: [['default', { summary: false }], new ClosingLine()],
  },
});

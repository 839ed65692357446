import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles `findings.ts` as an embedder's bundler would, without a rule of its own; the file it wrote. */
export const bundleFindings = async (): Promise<string> => {
  const directory = mkdtempSync(join(tmpdir(), 'tomking-engines-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: directory,
      lib: { entry: 'test/engines/findings.ts', formats: ['es'], fileName: () => 'findings.js' },
    },
  });
  return join(directory, 'findings.js');
};

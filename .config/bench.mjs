// Runs one benchmark: `npm run bench -- replay`. Benches are TypeScript, so they are compiled first, beside the build.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const name = process.argv[2];
const known = readdirSync('bench').flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
if (name === undefined || !known.includes(name)) {
  process.stderr.write(`usage: npm run bench -- NAME [arguments]; NAME is one of ${known.join(', ')}\n`);
  process.exit(2);
}

const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run(['.config/prepare.mjs']);
run(['node_modules/typescript/bin/tsc', '-p', '.config/tsconfig.bench.json']);
run(['--expose-gc', join('node_modules', '.tomking-bench', 'bench', `${name}.js`), ...process.argv.slice(3)]);

// Makes `npm start` and `npm test` work on a fresh clone: installs, compiles the pricing kernel and the
// TypeScript when they are missing or differ from their sources, says what it does, and is silent otherwise.
// Plain Node on purpose: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rebuild = process.argv.includes('--rebuild');
process.chdir(root);

const filesBelow = (path) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) =>
          entry.isDirectory()
            ? entry.name === 'generated'
              ? []
              : filesBelow(join(path, entry.name))
            : [join(path, entry.name)],
        )
    : [];

const digestOf = (paths) =>
  paths
    .reduce((hash, path) => hash.update(path).update('\0').update(readFileSync(path)), createHash('sha256'))
    .digest('hex');

const run = (what, command, args) => {
  process.stderr.write(`tomking: ${what}\n`);
  const result = spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.stderr.write(`tomking: failed: ${command} ${args.join(' ')}\n`);
    process.exit(result.status ?? 1);
  }
};

/** Runs `build` unless `stamp` already holds the digest of `sources`. */
const keepFresh = (stamp, sources, build) => {
  const digest = digestOf(sources);
  if (!rebuild && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
};

keepFresh('node_modules/.tomking-installed', ['package-lock.json'], () =>
  run('installing packages (npm ci)', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
);

const kernelSources = [...filesBelow('pricing-wasm/assembly'), 'asconfig.json'];
keepFresh('pricing-wasm/generated/.built', kernelSources, () => {
  run('compiling the pricing kernel', process.execPath, [
    'node_modules/assemblyscript/bin/asc.js',
    '--config',
    'asconfig.json',
    '--target',
    'release',
  ]);
  const bytes = readFileSync('pricing-wasm/generated/kernel.wasm').toString('base64');
  writeFileSync(
    'pricing-wasm/generated/kernel-bytes.ts',
    `/** The compiled kernel, inlined so that an embedder needs no bundler rule. Generated; do not edit. */\nexport const kernelBase64 =\n  '${bytes}';\n`,
  );
});

const buildSources = [
  ...['core', 'adapters', 'pricing-wasm'].flatMap(filesBelow),
  'asconfig.json',
  'tsconfig.json',
  '.config/tsconfig.build.json',
  'package-lock.json',
];
keepFresh('dist/.built', buildSources, () => {
  rmSync('dist', { recursive: true, force: true });
  run('compiling TypeScript', process.execPath, [
    'node_modules/typescript/bin/tsc',
    '-p',
    '.config/tsconfig.build.json',
  ]);
  cpSync('pricing-wasm/generated/kernel.wasm', 'dist/pricing-wasm/kernel.wasm');
  cpSync('adapters/market-data/history', 'dist/adapters/market-data/history', { recursive: true });
});

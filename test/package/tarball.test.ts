import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = process.cwd();
const dependencies = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }).dependencies,
);

describe('the packed tarball in an empty project', () => {
  let project = '';
  let packed: ReadonlyArray<string> = [];

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'tomking-package-'));
    const listing = execFileSync(
      'npm',
      ['pack', '--ignore-scripts', '--json', '--pack-destination', project],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const [tarball] = JSON.parse(listing) as [{ filename: string; files: ReadonlyArray<{ path: string }> }];
    packed = tarball.files.map(({ path }) => path);
    execFileSync('tar', ['-xzf', join(project, tarball.filename), '-C', project]);
    mkdirSync(join(project, 'node_modules/@date-fns'), { recursive: true });
    mkdirSync(join(project, 'node_modules/@noble'), { recursive: true });
    cpSync(join(project, 'package'), join(project, 'node_modules/tomking'), { recursive: true });
    // What `npm install` would bring: the dependencies the package names, and nothing else.
    for (const name of dependencies)
      symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
    writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
    cpSync('test/fixtures/embedding', project, { recursive: true });
  });

  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it('runs the ten lines of the README under plain node', () => {
    const { stdout, status } = spawnSync(process.execPath, ['ten-lines.mjs'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('Pass friday-0dte.vix');
    expect(stdout).toContain('Unknown friday-0dte.strikes');
  });

  it('runs the example of docs/pricing.md under plain node', () => {
    const { stdout, status } = spawnSync(process.execPath, ['pricing.mjs'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'vanna -0.6677',
      'worst -1728 at 0.9',
      'american 8.8330',
      'arena 127.6286',
    ]);
    const example = readFileSync('test/fixtures/embedding/pricing.mjs', 'utf8').trim();
    expect(readFileSync('docs/pricing.md', 'utf8')).toContain(example);
  });

  it('offers the kernel as a file and the doors beside it', () => {
    expect(packed).toContain('dist/pricing-wasm/kernel.wasm');
    const program = [
      "import { readFileSync } from 'node:fs';",
      "import { loadPricing } from 'tomking/pricing/wasm';",
      "import { plainPricing } from 'tomking/pricing/plain';",
      "const bytes = readFileSync(new URL(import.meta.resolve('tomking/pricing/kernel.wasm')));",
      'const loaded = await loadPricing(bytes);',
      'console.log(loaded._tag, typeof plainPricing.american);',
    ].join('\n');
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('Right function');
  });

  it('shows the README those same lines', () => {
    const example = readFileSync('test/fixtures/embedding/ten-lines.mjs', 'utf8').trim();
    expect(readFileSync('README.md', 'utf8')).toContain(example);
  });

  it('type-checks for an embedder who writes TypeScript', () => {
    writeFileSync(
      join(project, 'embed.ts'),
      [
        "import { createEngine, isCalendarDate, seedRules, type Decision } from 'tomking';",
        "import { pricing } from 'tomking/pricing';",
        "const date = '2025-03-14';",
        "if (!isCalendarDate(date)) throw new Error('no date');",
        'const account = createEngine({ rules: seedRules, pricing }).start(30_000, { date, second: 0 });',
        "export const cash: number = account._tag === 'Right' ? account.right.ledger.cash : 0;",
        'export const first = (decisions: ReadonlyArray<Decision>): string | undefined => decisions[0]?.strategy;',
      ].join('\n'),
    );
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        ...[
          '--noEmit',
          '--strict',
          '--module',
          'nodenext',
          '--target',
          'es2022',
          '--skipLibCheck',
          'embed.ts',
        ],
      ],
      { cwd: project, encoding: 'utf8' },
    );
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it('leaves out what may not be published, and the command says what to give it instead', () => {
    expect(packed.filter((path) => path.includes('history/restricted'))).toEqual([]);
    expect(packed).toContain('dist/adapters/market-data/history/SOURCES.md');
    const { stderr, status } = spawnSync(
      process.execPath,
      ['node_modules/tomking/dist/adapters/cli/main.js', 'replay'],
      { cwd: project, encoding: 'utf8' },
    );
    expect(status).toBe(3);
    expect(stderr).toContain('--data');
  });

  it('carries no test, no source map and no tool configuration', () => {
    const strangers = packed.filter(
      (path) =>
        !/^(dist\/(core|adapters|pricing-wasm)\/|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE$)/.test(
          path,
        ),
    );
    expect(strangers).toEqual([]);
  });
});

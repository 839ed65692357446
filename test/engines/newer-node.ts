import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Findings } from './findings.js';

/** The version that the bits are compared with; the registry has each version as a package of its own. */
export const newerNode = '26.10.0';

/** What the bundle finds in a newer Node, installed beside the project for this one run. */
export const findingsInNewerNode = (
  bundle: string,
): { readonly findings: Findings; readonly version: string } => {
  const directory = mkdtempSync(join(tmpdir(), 'tomking-node-'));
  const name = `node-${process.platform}-${process.arch}`;
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', directory];
  execFileSync('npm', [...install, `${name}@${newerNode}`], { stdio: 'ignore' });
  const program = join(directory, 'run.mjs');
  writeFileSync(program, programText(bundle));
  const printed = execFileSync(join(directory, 'node_modules', name, 'bin', 'node'), [program], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as { findings: Findings; version: string };
};

const programText = (bundle: string): string => {
  const kernel = pathToFileURL(resolve('pricing-wasm/generated/kernel.wasm')).href;
  return [
    `import { findingsOf } from ${JSON.stringify(pathToFileURL(bundle).href)};`,
    `const findings = await findingsOf(${JSON.stringify(kernel)}, ${JSON.stringify(`${kernel}.missing`)});`,
    'process.stdout.write(JSON.stringify({ findings, version: process.version }));',
  ].join('\n');
};

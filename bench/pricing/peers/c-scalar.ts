import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { OptionColumns } from '../../../pricing-wasm/index.js';
import { valuesOf } from '../values.js';
import type { Peer } from './peer.js';

/** Our own C, compiled on the spot, alive in a process of its own and asked lap by lap. */
export interface CScalar extends Peer {
  readonly close: () => void;
}

export const flags = '-O3 -march=native -fno-math-errno';

/** Undefined where there is no gcc. */
export const cScalar = async (options: OptionColumns): Promise<CScalar | undefined> => {
  const folder = mkdtempSync(join(tmpdir(), 'tomking-bench-'));
  const path = (name: string): string => join(folder, name);
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  if (!compile(path('black-scholes'))) {
    remove();
    return undefined;
  }
  writeFileSync(path('options'), bytesOf(options));
  const rows = options.right.length;
  const child = spawn(path('black-scholes'), [path('options'), String(rows)]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (request: string): Promise<string> => {
    child.stdin.write(`${request}\n`);
    const answer = await lines.next();
    if (answer.done === true) throw new Error(`the C program ended when asked to ${request}`);
    return answer.value;
  };
  await ask(`write ${path('values')}`);
  const values = new Float64Array(Uint8Array.from(readFileSync(path('values'))).buffer);
  const column = (index: number): Float64Array => values.subarray(index * rows, (index + 1) * rows);
  return {
    contender: {
      name: 'C, scalar, libm',
      operations: rows,
      lap: async (goes) => {
        const [seconds = Number.NaN, sum = Number.NaN] = (await ask(`time ${goes}`)).split(' ').map(Number);
        return { seconds, sum };
      },
    },
    valuesAt: valuesOf({
      price: column(0),
      delta: column(1),
      gamma: column(2),
      vega: column(3),
      theta: column(4),
      rho: column(5),
    }),
    close: () => {
      child.stdin.end();
      remove();
    },
  };
};

const compile = (program: string): boolean => {
  const { status } = spawnSync('gcc', [
    ...flags.split(' '),
    '-o',
    program,
    'bench/pricing/black-scholes.c',
    '-lm',
  ]);
  return status === 0;
};

/** The columns one after another, in the order the C program reads them. */
const bytesOf = (options: OptionColumns): Uint8Array =>
  new Uint8Array(
    Float64Array.from(
      [
        options.right,
        options.underlying,
        options.strike,
        options.years,
        options.rate,
        options.dividendYield,
        options.volatility,
      ].flatMap((column) => [...column]),
    ).buffer,
  );

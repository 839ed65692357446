import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { isLeft } from 'fp-ts/lib/Either.js';
import { readHistory } from '../adapters/market-data/index.js';
import { replay } from '../adapters/cli/replay-run.js';
import { seedRules, type CalendarDate, type OptionColumns, type Pricing } from '../core/index.js';
import { pricing } from '../pricing-wasm/index.js';

/**
 * The claim: the default replay takes at most 10 s of wall time on two cores, start-up included, and at most
 * 400 MB. Runs the command as a user would, then once more in this process to count what it does.
 */
const wallGoal = 10;
const memoryGoal = 400;
const rounds = 3;

const command = 'dist/adapters/cli/main.js';

/** One run of the command in its own process: seconds and the peak of resident memory in MB. */
const runCommand = (): { readonly seconds: number; readonly megabytes: number } => {
  const script = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS)); await import(${JSON.stringify(`${process.cwd()}/${command}`)});`;
  const begun = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script, 'replay', '--out', 'report/bench'],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(`replay ended with ${status}: ${stderr}`);
  const peak = /peak (\d+)/.exec(stderr)?.[1];
  return { seconds: (performance.now() - begun) / 1_000, megabytes: Number(peak) / 1_024 };
};

const counted = (inner: Pricing): { readonly pricing: Pricing; readonly rows: () => number } => {
  let rows = 0;
  const counting =
    (price: Pricing['black76']): Pricing['black76'] =>
    (options: OptionColumns) => {
      rows += options.right.length;
      return price(options);
    };
  return {
    pricing: {
      ...inner,
      black76: counting(inner.black76),
      blackScholesMerton: counting(inner.blackScholesMerton),
      impliedVolatility: inner.impliedVolatility,
    },
    rows: () => rows,
  };
};

const history = readHistory('adapters/market-data/history');
if (isLeft(history)) throw new Error(history.left._tag);
const kernel = counted(pricing);
const begun = performance.now();
const document = replay({
  ...history.right,
  rules: seedRules,
  capital: 30_000,
  from: '2023-01-01' as CalendarDate,
  to: '2025-12-31' as CalendarDate,
  strategies: ['friday-0dte', 'lt112'],
  operator: 'scripted',
  fills: 'slip',
  clock: 1,
  pricing: kernel.pricing,
});
const inProcess = (performance.now() - begun) / 1_000;

const runs = Array.from({ length: rounds }, runCommand);
const middle = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const seconds = middle(runs.map((each) => each.seconds));
const megabytes = Math.max(...runs.map((each) => each.megabytes));

process.stdout.write(
  [
    `machine            ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`,
    `tomking replay     ${seconds.toFixed(2)} s wall, median of ${rounds} (goal ${wallGoal} s): ${seconds <= wallGoal ? 'met' : 'MISSED'}`,
    `peak memory        ${megabytes.toFixed(0)} MB (goal ${memoryGoal} MB): ${megabytes <= memoryGoal ? 'met' : 'MISSED'}`,
    `steps              ${document.run.steps}, ${(document.run.steps / inProcess).toFixed(0)} per second in one replay`,
    `contracts priced   ${kernel.rows()}, ${(kernel.rows() / inProcess).toFixed(0)} per second in one replay`,
    '',
  ].join('\n'),
);

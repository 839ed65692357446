import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLeft } from 'fp-ts/lib/Either.js';
import type { Command } from 'commander';
import {
  fillModels,
  formatTime,
  isCalendarDate,
  type CalendarDate,
  type FillModel,
  type StrategyId,
} from '../../core/index.js';
import { describeHistoryError, embeddedHistory, readHistory } from '../market-data/index.js';
import {
  answerLines,
  renderHtml,
  renderTerminal,
  renderTradesCsv,
  type ReplayDocument,
} from '../report/index.js';
import { dataFailure, usageFailure } from './exit-codes.js';
import { replay, strategyTitles, type ReplayOptions } from './replay-run.js';
import { ruleSetNamed } from './rule-sets.js';
import { print } from './standard-output.js';

interface Flags {
  readonly capital: string;
  readonly from: string;
  readonly to: string;
  readonly rules: string;
  readonly strategies: string;
  readonly operator: string;
  readonly fills: string;
  readonly json?: boolean;
  readonly out: string;
  readonly data?: string;
  readonly debug?: string;
  readonly sensitivity: boolean;
}

/** `tomking replay`: real market history in, explained decisions out. */
export const addReplayCommand = (program: Command): void => {
  program
    .command('replay')
    .description('replay real market history under the rules and write a report')
    .option('--capital <USD>', 'starting capital', '30000')
    .option('--from <date>', 'first session, YYYY-MM-DD', '2023-01-01')
    .option('--to <date>', 'last session, YYYY-MM-DD', '2025-12-31')
    .option('--rules <name>', 'seed, or a rule-set FILE.json', 'seed')
    .option('--strategies <ids>', 'comma-separated', Object.keys(strategyTitles).join(','))
    .option('--operator <who>', 'scripted (resets breakers) or none', 'scripted')
    .option('--fills <model>', fillModels.join(', '), 'slip')
    .option('--json', 'print one JSON document on stdout')
    .option('--out <directory>', 'where the report is written', 'report')
    .option('--data <directory>', 'market history to read instead of the embedded one')
    .option('--debug <date>', 'print every rule asked on that day')
    .option('--no-sensitivity', 'leave out the 0DTE results at other clock factors')
    .action((flags: Flags) => {
      runReplay(flags);
    });
};

const runReplay = (flags: Flags): void => {
  const debug = flags.debug === undefined ? null : dateOf('debug', flags.debug);
  if (debug !== null && flags.json === true)
    throw usageFailure('--debug prints text: it cannot go with --json');
  if (debug !== null && (debug < flags.from || debug > flags.to))
    throw usageFailure(`--debug ${debug}: must lie from ${flags.from} to ${flags.to}`);
  const options = optionsOf(flags);
  const progress = progressBar();
  const main = replay({
    ...options,
    onStep: (event, { decisions }) => {
      if (event._tag === 'SessionClosed') progress.at(event.at.date);
      if (debug !== null && event.at.date === debug)
        for (const decision of decisions)
          print(
            `${formatTime(decision.at)} ${decision.strategy} ${decision.subject} ${decision.outcome._tag}\n` +
              answerLines(decision)
                .map((line) => `  ${line}\n`)
                .join(''),
          );
    },
  });
  progress.done();
  if (debug !== null) return;
  const document = { ...main, clockSensitivity: flags.sensitivity ? sensitivity(options, main) : [] };
  if (flags.json === true) {
    print(`${JSON.stringify(document, null, 1)}\n`);
    return;
  }
  const written = writeReport(document, flags.out);
  print(
    renderTerminal(document, {
      width: 100,
      colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    }),
  );
  print(`\nReport: ${written}\n`);
};

/** What was asked is judged before the history is read: a slip of the pen is answered at once. */
const optionsOf = (flags: Flags): ReplayOptions => {
  const capital = Number(flags.capital);
  if (!Number.isFinite(capital) || capital <= 0)
    throw usageFailure(`--capital ${flags.capital}: must be a finite amount above 0 USD`);
  if (flags.operator !== 'scripted' && flags.operator !== 'none')
    throw usageFailure(`--operator ${flags.operator}: must be scripted or none`);
  const asked = {
    rules: ruleSetNamed(flags.rules),
    capital,
    from: dateOf('from', flags.from),
    to: dateOf('to', flags.to),
    strategies: [...new Set(flags.strategies.split(',').map(strategyOf))],
    operator: flags.operator,
    fills: fillsOf(flags.fills),
    clock: 1,
  } as const;
  const read = flags.data === undefined ? embeddedHistory() : readHistory(flags.data);
  if (isLeft(read)) throw dataFailure(describeHistoryError(read.left));
  return { ...read.right, ...asked };
};

const dateOf = (flag: string, text: string): CalendarDate => {
  if (!isCalendarDate(text)) throw usageFailure(`--${flag} ${text}: must be a real date, YYYY-MM-DD`);
  return text;
};

const strategyOf = (name: string): StrategyId => {
  if (!Object.hasOwn(strategyTitles, name))
    throw usageFailure(`--strategies ${name}: known are ${Object.keys(strategyTitles).join(', ')}`);
  return name as StrategyId;
};

const fillsOf = (name: string): FillModel => {
  const model = fillModels.find((each) => each === name);
  if (model === undefined) throw usageFailure(`--fills ${name}: must be ${fillModels.join(', ')}`);
  return model;
};

/** The 0DTE strategy alone at the fitted clock factor and 30% either side (§5.8). */
const sensitivity = (options: ReplayOptions, main: ReplayDocument): ReplayDocument['clockSensitivity'] => {
  if (!options.strategies.includes('friday-0dte')) return [];
  const rowOf = (factor: number, { strategies }: ReplayDocument) =>
    strategies
      .filter(({ id }) => id === 'friday-0dte')
      .map(({ trades, profit, fees }) => ({ factor, trades, profit, fees }));
  // Where nothing else traded, the main run is the strategy alone.
  const tradedAlone = main.strategies.every(({ id, trades }) => id === 'friday-0dte' || trades === 0);
  // The clock factor does not touch VIX: what VIX refused is refused at every factor.
  const onlySessions = new Set(
    main.strategies
      .filter(({ id }) => id === 'friday-0dte')
      .flatMap(({ funnel }) => funnel.dates)
      .filter(({ blockedBy }) => !blockedBy.includes('friday-0dte.vix'))
      .map(({ date }) => date),
  );
  const alone = (clock: number): ReplayDocument =>
    replay({ ...options, strategies: ['friday-0dte'], clock, onlySessions });
  return [0.7, 1, 1.3].flatMap((factor) => rowOf(factor, factor === 1 && tradedAlone ? main : alone(factor)));
};

const writeReport = (document: ReplayDocument, directory: string): string => {
  mkdirSync(directory, { recursive: true });
  const page = join(directory, 'replay.html');
  writeFileSync(page, renderHtml(document));
  writeFileSync(join(directory, 'replay.json'), `${JSON.stringify(document, null, 1)}\n`);
  writeFileSync(join(directory, 'trades.csv'), renderTradesCsv(document));
  return page;
};

/** Progress on stderr: a line a year, or one line that moves where a terminal shows it. */
const progressBar = (): { readonly at: (date: string) => void; readonly done: () => void } => {
  let month = '';
  const live = process.stderr.isTTY;
  return {
    at: (date) => {
      if (date.slice(0, 7) === month) return;
      const year = date.slice(0, 4) === month.slice(0, 4);
      month = date.slice(0, 7);
      if (live) process.stderr.write(`\rreplaying ${month} `);
      else if (!year) process.stderr.write(`replaying ${month.slice(0, 4)}\n`);
    },
    done: () => {
      if (live) process.stderr.write('\r                   \r');
    },
  };
};

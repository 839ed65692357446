import { isLeft } from 'fp-ts/lib/Either.js';
import type { Command } from 'commander';
import { pricing } from '../../pricing-wasm/index.js';
import { chainTable, decimalOf } from '../quotes/index.js';
import { renderChain } from './chain-text.js';
import { usageFailure } from './exit-codes.js';
import { print } from './standard-output.js';
import { readTable, standardStream, tableFailure, writeTable } from './table-files.js';
import { requireOneOutput } from './table-summary.js';
import { unitsHelp } from './table-help.js';

interface Flags {
  readonly rate?: string;
  readonly fromDays: string;
  readonly toDays: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `tomking chain`: a recorded quote table in; forwards, volatilities and Greeks out (docs/pricing-commands.md). */
export const addChainCommand = (program: Command): void => {
  program
    .command('chain')
    .description('forwards, implied volatilities and Greeks of a recorded option chain')
    .argument('<FILE.csv>', 'a Cboe quote table; .gz is read as it is, - is stdin')
    .option('--rate <R>', 'interest rate per year, continuously compounded (default: what the quotes imply)')
    .option('--from-days <N>', 'fewest calendar days to expiry', '0')
    .option('--to-days <N>', 'most calendar days to expiry', '36500')
    .option('--out <FILE.csv>', 'write the rows with volatilities and Greeks; - is stdout')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', `\n${columnsHelp}\n${unitsHelp}`)
    .action((path: string, flags: Flags) => {
      runChain(path, flags);
    });
};

const columnsHelp =
  'Columns read, in any order: quote_ts, root, underlying_price, expiry, strike, right (C or P), bid, ask;\n' +
  'iv, where there is one, is compared with.';

const runChain = (path: string, { rate, fromDays, toDays, out, json }: Flags): void => {
  requireOneOutput(out, json);
  const asked = {
    rate: rate === undefined ? null : rateOf(rate),
    days: { from: daysOf('from-days', fromDays), to: daysOf('to-days', toDays) },
  };
  if (asked.days.from > asked.days.to)
    throw usageFailure(`--from-days ${fromDays}: must be at most --to-days ${toDays}`);
  const chain = chainTable(pricing, readTable(path), asked);
  if (isLeft(chain)) throw tableFailure(path, chain.left);
  const { document, table } = chain.right;
  if (out !== undefined) writeTable(out, table);
  if (json === true) print(`${JSON.stringify(document, null, 1)}\n`);
  else if (out === standardStream) process.stderr.write(renderChain(document));
  else print(renderChain(document));
};

const rateOf = (text: string): number => {
  const rate = decimalOf(text);
  if (rate === null || Math.abs(rate) > 1)
    throw usageFailure(`--rate ${text}: must be a number from -1 to 1`);
  return rate;
};

const daysOf = (flag: string, text: string): number => {
  if (!/^\d{1,5}$/.test(text)) throw usageFailure(`--${flag} ${text}: must be a whole number of days`);
  return Number(text);
};

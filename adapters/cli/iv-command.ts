import { isLeft } from 'fp-ts/lib/Either.js';
import type { Command } from 'commander';
import { pricing } from '../../pricing-wasm/index.js';
import { impliedTable, impliedModels, type ImpliedModelName } from '../quotes/index.js';
import { readTable, tableFailure } from './table-files.js';
import { columnsHelp, modelOption, unitsHelp } from './table-help.js';
import { deliver, requireOneOutput } from './table-summary.js';

interface Flags {
  readonly in: string;
  readonly out: string;
  readonly model: ImpliedModelName;
  readonly json?: boolean;
}

/** `tomking iv`: a table of prices in, implied volatilities out (docs/pricing-commands.md). */
export const addIvCommand = (program: Command): void => {
  program
    .command('iv')
    .description('imply the volatilities of the prices in a CSV file')
    .requiredOption('--in <FILE.csv>', 'prices, one option a row; .gz is read as it is, - is stdin')
    .requiredOption('--out <FILE.csv>', 'the same rows with volatilities added; - is stdout')
    .addOption(modelOption(impliedModels))
    .option('--json', 'print the summary as one JSON document on stdout')
    .addHelpText('after', `\n${columnsHelp(impliedModels, 'price')}\n${unitsHelp}`)
    .action((flags: Flags) => {
      runIv(flags);
    });
};

const runIv = ({ in: path, out, model, json }: Flags): void => {
  requireOneOutput(out, json);
  const input = readTable(path);
  const implied = impliedTable(pricing, input, impliedModels[model]);
  if (isLeft(implied)) throw tableFailure(path, implied.left);
  deliver(input, implied.right, { out, json: json ?? false });
};

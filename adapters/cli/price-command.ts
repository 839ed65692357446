import { isLeft } from 'fp-ts/lib/Either.js';
import { Option, type Command } from 'commander';
import type { AmericanTier, GreekOrder } from '../../core/index.js';
import { pricing } from '../../pricing-wasm/index.js';
import { greekOrders, optionModels, priceTable, type ModelName } from '../quotes/index.js';
import { usageFailure } from './exit-codes.js';
import { readTable, tableFailure } from './table-files.js';
import { columnsHelp, modelOption, unitsHelp } from './table-help.js';
import { deliver, requireOneOutput } from './table-summary.js';

interface Flags {
  readonly in: string;
  readonly out: string;
  readonly model: ModelName;
  readonly greeks: GreekOrder;
  readonly tier?: AmericanTier;
  readonly json?: boolean;
}

/** `tomking price`: a table of options in, their values and Greeks out (docs/pricing-commands.md). */
export const addPriceCommand = (program: Command): void => {
  program
    .command('price')
    .description('price the options of a CSV file')
    .requiredOption('--in <FILE.csv>', 'options, one a row; .gz is read as it is, - is stdin')
    .requiredOption('--out <FILE.csv>', 'the same rows with values added; - is stdout')
    .addOption(modelOption(optionModels))
    .addOption(new Option('--greeks <order>', 'the highest order').choices(greekOrders).default('first'))
    .addOption(new Option('--tier <tier>', 'accuracy of American prices (default: standard)').choices(tiers))
    .option('--json', 'print the summary as one JSON document on stdout')
    .addHelpText('after', `\n${columnsHelp(optionModels, 'vol')}\n${unitsHelp}`)
    .action((flags: Flags) => {
      runPrice(flags);
    });
};

const tiers: ReadonlyArray<AmericanTier> = ['fast', 'standard', 'precise'];

const runPrice = ({ in: path, out, model: name, greeks, tier, json }: Flags): void => {
  requireOneOutput(out, json);
  const model = optionModels[name];
  if (!model.greeks.includes(greeks))
    throw usageFailure(`--greeks ${greeks}: ${name} gives ${model.greeks.join(', ')}`);
  if (tier !== undefined && !model.tiers) throw usageFailure(`--tier ${tier}: ${name} has no tiers`);
  const input = readTable(path);
  const priced = priceTable(pricing, input, model, tier === undefined ? { greeks } : { greeks, tier });
  if (isLeft(priced)) throw tableFailure(path, priced.left);
  deliver(input, priced.right, { out, json: json ?? false });
};

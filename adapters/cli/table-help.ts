import { Option } from 'commander';
import type { OptionModel } from '../quotes/index.js';

type Models = Readonly<Record<string, OptionModel>>;

/** The option that names one of the models. */
export const modelOption = (models: Models): Option =>
  new Option('--model <name>', 'the option model').choices(Object.keys(models)).default('black-scholes');

/** Which columns each model reads, for `--help`. */
export const columnsHelp = (models: Models, last: 'vol' | 'price'): string =>
  [
    'Columns read, in any order; all others are passed through:',
    ...Object.entries(models).map(
      ([name, { contract }]) =>
        `  ${name}: type (call or put), ${Object.values(contract).join(', ')}, ${last}`,
    ),
    'A row without values keeps its place: status says why in a word, reason names field, value and limit.',
  ].join('\n');

export const unitsHelp = [
  'Units:',
  '  S, F, K, price    points',
  '  T                 years',
  '  r, q              per year, continuously compounded',
  '  vol               per year and per 1.00 (0.2 is 20%); vega and rho per 1.00',
  '  theta             per year of calendar time, as are charm and color',
].join('\n');

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { valueColumns } from '../../pricing-wasm/columns.js';
import type { EuropeanModel } from '../../pricing-wasm/index.js';
import type { OptionRow } from './option-columns.js';

export type ValueName = (typeof valueColumns.third)[number];

export interface ReferenceRow {
  readonly id: string;
  readonly regime: string;
  readonly option: OptionRow;
  /** In decimal digits, far more of them than a double has. */
  readonly expected: Readonly<Record<ValueName, string>>;
}

/** The rows of `test/reference/` for a model. */
export const readReference = (model: EuropeanModel): ReferenceRow[] => {
  const { file, underlying } = sources[model];
  const text = gunzipSync(readFileSync(new URL(`../reference/${file}.csv.gz`, import.meta.url))).toString(
    'utf8',
  );
  const [header = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((cells) => {
    const cell = (name: string): string => cells[header.indexOf(name)] ?? '';
    return {
      id: cell('id'),
      regime: cell('regime'),
      option: {
        right: cell('type') === 'put' ? 1 : 0,
        underlying: Number(cell(underlying)),
        strike: Number(cell('K')),
        years: Number(cell('T')),
        rate: Number(cell('r')),
        dividendYield: Number(cell('q')), // of options on futures not read
        volatility: Number(cell('vol')),
      },
      expected: Object.fromEntries(valueColumns.third.map((name) => [name, cell(name)])) as Record<
        ValueName,
        string
      >,
    };
  });
};

const sources = {
  blackScholesMerton: { file: 'black-scholes-merton', underlying: 'S' },
  black76: { file: 'black76', underlying: 'F' },
} as const;

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pricing, type EuropeanModel } from '../../pricing-wasm/index.js';
import { relativeDistance } from './decimal-distance.js';
import { columnsOf, priced, valueNames, type OptionRow } from './option-columns.js';

type ValueName = (typeof valueNames)[number];

const greatestPriceError = 4e-16;
const greatestGreekError = 1e-12;
const negligible = 1e-290;

const models: ReadonlyArray<{
  model: EuropeanModel;
  file: string;
  underlying: string;
  dividendYield?: string;
}> = [
  { model: 'blackScholesMerton', file: 'black-scholes-merton.csv', underlying: 'S', dividendYield: 'q' },
  { model: 'black76', file: 'black76.csv', underlying: 'F' },
];

interface ReferenceRow {
  readonly id: string;
  readonly regime: string;
  readonly option: OptionRow;
  readonly expected: Readonly<Record<ValueName, string>>;
}

const readReference = ({ file, underlying, dividendYield }: (typeof models)[number]): ReferenceRow[] => {
  const text = readFileSync(new URL(`../reference/${file}`, import.meta.url), 'utf8');
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
        dividendYield: dividendYield === undefined ? NaN : Number(cell(dividendYield)),
        volatility: Number(cell('vol')),
      },
      expected: Object.fromEntries(valueNames.map((name) => [name, cell(name)])) as Record<ValueName, string>,
    };
  });
};

/** Price errors as a share of the larger of underlying and strike, Greeks relative; 0 if both are negligible. */
const errorOf = (row: ReferenceRow, name: ValueName, found: number): number => {
  const text = row.expected[name];
  const reference = Math.abs(Number(text));
  if (reference === 0) return Math.abs(found) < negligible ? 0 : Infinity;
  const relative = relativeDistance(text, found);
  return name === 'price'
    ? (relative * reference) / Math.max(row.option.underlying, row.option.strike)
    : relative;
};

describe.each(models)('$model against values of 60 digits', (source) => {
  const rows = readReference(source);
  const values = priced(pricing[source.model](columnsOf(rows.map((row) => row.option))));
  const errors = rows.flatMap((row, index) =>
    valueNames.map((name) => ({ row, name, error: errorOf(row, name, values[name][index]!) })),
  );

  it('has about 300 reference rows, all of which are priced', () => {
    expect(rows.length).toBeGreaterThan(280);
    expect(new Set(rows.map((row) => row.regime)).size).toBe(3);
    expect(values.status.every((status) => status === 0)).toBe(true);
  });

  it.each(valueNames)('has %s within its bound on every row', (name) => {
    const bound = name === 'price' ? greatestPriceError : greatestGreekError;
    const beyond = errors.filter((entry) => entry.name === name && !(entry.error <= bound));
    expect(beyond.map(({ row, error }) => `row ${row.id}: ${String(error)}`)).toEqual([]);
  });

  it('prints the greatest error of each regime', () => {
    const regimes = [...new Set(rows.map((row) => row.regime))];
    const lines = regimes.map((regime) => {
      const worst = valueNames.map((name) =>
        Math.max(...errors.filter((e) => e.row.regime === regime && e.name === name).map((e) => e.error)),
      );
      return `${regime}: ${valueNames.map((name, index) => `${name} ${worst[index]!.toExponential(1)}`).join(', ')}`;
    });
    console.info(`${source.model}, greatest errors\n${lines.join('\n')}`);
    expect(lines).toHaveLength(3);
  });
});

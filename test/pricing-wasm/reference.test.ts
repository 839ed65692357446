import { describe, expect, it } from 'vitest';
import { valueColumns } from '../../pricing-wasm/columns.js';
import { pricing } from '../../pricing-wasm/index.js';
import { relativeDistance } from './decimal-distance.js';
import { columnsOf, priced } from './option-columns.js';
import { readReference, type ReferenceRow, type ValueName } from './reference-rows.js';

const names = valueColumns.third;
const negligible = 1e-290;

/** Of the price: in parts of the larger of underlying and strike, and in parts of itself above `tail`. */
const greatestPriceError = 4e-16;
const greatestTailError = 1e-13;
const tail = 1e-280;

/** Of Greeks, in parts of themselves. */
const greeks = [
  ...(['delta', 'gamma', 'vega', 'theta', 'rho'] as const).map((name) => ({ name, bound: 1e-12 })),
  ...(['vanna', 'volga', 'charm'] as const).map((name) => ({ name, bound: 1e-11 })),
  ...(['speed', 'color', 'zomma'] as const).map((name) => ({ name, bound: 1e-10 })),
];

interface Finding {
  readonly row: ReferenceRow;
  readonly name: ValueName;
  readonly reference: number;
  /** Relative; of negligible values 0, if they were found to be negligible. */
  readonly error: number;
}

const errorOf = (expected: string, found: number): number => {
  if (Math.abs(Number(expected)) < negligible) return Math.abs(found) < negligible ? 0 : Infinity;
  return relativeDistance(expected, found);
};

const describeAll = (findings: ReadonlyArray<Finding>): string[] =>
  findings.map(({ row, name, error }) => `row ${row.id}, ${row.regime}: ${name} ${String(error)}`);

describe.each(['blackScholesMerton', 'black76'] as const)('%s against values of 60 digits', (model) => {
  const rows = readReference(model);
  const values = priced(pricing[model](columnsOf(rows.map((row) => row.option)), 'third'));
  const findings: Finding[] = rows.flatMap((row, index) =>
    names.map((name) => {
      const text = row.expected[name];
      return { row, name, reference: Math.abs(Number(text)), error: errorOf(text, values[name][index]!) };
    }),
  );
  const prices = findings.filter(({ name }) => name === 'price');

  it('has 2,000 reference rows, all of which are priced', () => {
    expect(rows).toHaveLength(2_000);
    expect(new Set(rows.map((row) => row.regime)).size).toBe(3);
    expect(values.status.every((status) => status === 0)).toBe(true);
  });

  it('has every price within 4e-16 of the larger of underlying and strike', () => {
    const beyond = prices.filter(
      ({ row, reference, error }) =>
        !(error * reference <= greatestPriceError * Math.max(row.option.underlying, row.option.strike)),
    );
    expect(describeAll(beyond)).toEqual([]);
  });

  it('has every price above 1e-280 within 1e-13 of itself', () => {
    const beyond = prices.filter(({ reference, error }) => reference > tail && !(error <= greatestTailError));
    expect(describeAll(beyond)).toEqual([]);
  });

  it.each(greeks)('has every $name within $bound of itself', ({ name, bound }) => {
    const beyond = findings.filter((entry) => entry.name === name && !(entry.error <= bound));
    expect(describeAll(beyond)).toEqual([]);
  });

  it('prints the greatest error of each regime and value', () => {
    const regimes = [...new Set(rows.map((row) => row.regime))];
    const lines = regimes.map((regime) => {
      const worst = names.map((name) => {
        const errors = findings.filter((entry) => entry.row.regime === regime && entry.name === name);
        return `${name} ${Math.max(...errors.map(({ error }) => error)).toExponential(1)}`;
      });
      return `${regime}: ${worst.join(', ')}`;
    });
    console.info(`${model}, greatest relative errors\n${lines.join('\n')}`);
    expect(lines).toHaveLength(3);
  });
});

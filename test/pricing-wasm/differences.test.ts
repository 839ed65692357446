import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueColumns } from '../../pricing-wasm/columns.js';
import { pricing, type EuropeanModel } from '../../pricing-wasm/index.js';
import { differencesOf } from './differences.js';
import { exponentialOf, fixed, logarithmOf, normalOf, rootOf, toNumber } from './high-precision.js';
import { columnsOf, priced, type OptionRow } from './option-columns.js';

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Options whose d1 and d2 lie within six, where no value is lost in the digits of the differences. */
const anyShape = (model: EuropeanModel): fc.Arbitrary<OptionRow> =>
  fc
    .record({
      right: fc.constantFrom(0, 1),
      strike: between(1, 10_000),
      years: between(0.003, 5),
      rate: between(-0.05, 0.2),
      dividendYield: between(-0.05, 0.2),
      width: between(0.01, 2),
      distance: between(-5, 5),
    })
    .map(({ width, distance, ...row }) => {
      const carry = model === 'black76' ? 0 : (row.rate - row.dividendYield) * row.years;
      const underlying = row.strike * Math.exp(distance * width - carry);
      return { ...row, underlying, volatility: width / Math.sqrt(row.years) };
    });

/** The size of the terms that a value is the sum of, to a small factor: near a zero of the value they do not vanish. */
const scaleOf = (row: OptionRow, name: string): number => {
  const width = row.volatility * Math.sqrt(row.years);
  const perUnderlying = 1 / (row.underlying * width);
  const perVolatility = 1 / row.volatility;
  const perYear = 1 / row.years;
  const factors: Readonly<Record<string, number>> = {
    price: 1,
    delta: 1 / row.underlying,
    gamma: perUnderlying ** 2,
    vega: perVolatility,
    theta: perYear,
    rho: row.years,
    vanna: perUnderlying * perVolatility,
    volga: perVolatility ** 2,
    charm: perUnderlying * perYear,
    speed: perUnderlying ** 3,
    color: perUnderlying ** 2 * perYear,
    zomma: perUnderlying ** 2 * perVolatility,
  };
  return Math.max(row.underlying, row.strike) * factors[name]!;
};

describe.each<EuropeanModel>(['blackScholesMerton', 'black76'])('%s', (model) => {
  it('has the Greeks that differences of its price in 67 digits have, of all three orders', () => {
    fc.assert(
      fc.property(anyShape(model), (row) => {
        const values = priced(pricing[model](columnsOf([row]), 'third'));
        const differences = differencesOf(row, model === 'black76');
        for (const name of valueColumns.third) {
          const expected = differences[name]!;
          const slack = 1e-11 * Math.abs(expected) + 1e-13 * scaleOf(row, name);
          expect(Math.abs(values[name][0]! - expected), name).toBeLessThanOrEqual(slack);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('numbers of 67 digits', () => {
  it('agree with doubles on what is known of both', () => {
    expect(toNumber(exponentialOf(fixed(1)))).toBe(Math.E);
    expect(toNumber(logarithmOf(fixed(2)))).toBe(Math.LN2);
    expect(toNumber(rootOf(fixed(2)))).toBe(Math.SQRT2);
    expect(toNumber(normalOf(fixed(-5)))).toBeCloseTo(2.866515718791939e-7, 22);
    expect(toNumber(fixed(-0.1))).toBe(-0.1);
  });

  it('keep their digits: ln undoes exp, and N(x) + N(-x) is 1', () => {
    const x = fixed(1.7);
    const digitsLost = logarithmOf(exponentialOf(x)) - x;
    expect(Math.abs(toNumber(digitsLost))).toBeLessThan(1e-58);
    expect(Math.abs(toNumber(normalOf(x) + normalOf(-x) - fixed(1)))).toBeLessThan(1e-60);
  });
});

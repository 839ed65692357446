import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueColumns } from '../../pricing-wasm/columns.js';
import { pricing, type EuropeanModel, type ThirdOrderColumns } from '../../pricing-wasm/index.js';
import { anyOption, columnsOf, priced, type OptionRow } from './option-columns.js';

const runs = { numRuns: 1_000 };

const valuesOf = (model: EuropeanModel, rows: ReadonlyArray<OptionRow>): ThirdOrderColumns =>
  priced(pricing[model](columnsOf(rows), 'third'));

/** Three units of rounding of the larger of the two amounts exchanged, discounted or not. */
const roundingOf = (row: OptionRow): number =>
  7e-16 *
  Math.max(row.underlying, row.strike) *
  Math.exp(Math.max(0, -row.rate, -row.dividendYield) * row.years);

describe.each<EuropeanModel>(['blackScholesMerton', 'black76'])('%s', (model) => {
  it('is worth more with more time, where waiting costs nothing', () => {
    const anyFactor = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(anyOption, anyFactor, (option, factor) => {
        // A call without dividends or negative rates is never worth exercising early; on futures, neither option is
        // without a positive rate.
        const free =
          model === 'black76'
            ? { ...option, rate: -Math.abs(option.rate) }
            : { ...option, right: 0, rate: Math.abs(option.rate), dividendYield: 0 };
        const longer = { ...free, years: free.years * factor };
        const { price } = valuesOf(model, [free, longer]);
        expect(price[1]! - price[0]!).toBeGreaterThanOrEqual(-2 * roundingOf(longer));
      }),
      runs,
    );
  });

  it('gives a put the price of the call with underlying and strike exchanged, and rate and yield', () => {
    fc.assert(
      fc.property(anyOption, (option) => {
        const put = { ...option, right: 1 };
        const call = {
          ...option,
          right: 0,
          underlying: option.strike,
          strike: option.underlying,
          rate: model === 'black76' ? option.rate : option.dividendYield,
          dividendYield: option.rate,
        };
        const { price, vega } = valuesOf(model, [put, call]);
        expect(Math.abs(price[1]! - price[0]!)).toBeLessThanOrEqual(2 * roundingOf(option));
        expect(Math.abs(vega[1]! - vega[0]!)).toBeLessThanOrEqual(1e-12 * vega[0]! + Number.MIN_VALUE);
      }),
      runs,
    );
  });

  it('is homogeneous: with underlying and strike doubled k times, to the bit', () => {
    /** How often a value doubles with each doubling of the prices. */
    const degrees = { delta: 0, charm: 0, gamma: -1, color: -1, zomma: -1, vanna: 0, speed: -2 } as const;
    const anyDoublings = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(anyOption, anyDoublings, (option, doublings) => {
        const factor = 2 ** doublings;
        const scaled = { ...option, underlying: option.underlying * factor, strike: option.strike * factor };
        const values = valuesOf(model, [option, scaled]);
        for (const name of valueColumns.third) {
          const degree = name in degrees ? degrees[name as keyof typeof degrees] : 1;
          const [base, found] = values[name];
          const expected = base! * factor ** degree;
          // Near the smallest of doubles bits are lost.
          if (Math.abs(expected) > 1e-280 && Math.abs(base!) > 1e-280) expect(found, name).toBe(expected);
          else expect(Math.abs(found!), name).toBeLessThan(1e-250);
        }
      }),
      runs,
    );
  });
});

it('gives Black-76 the second and third order of Black-Scholes-Merton with the yield at the rate, to the bit', () => {
  fc.assert(
    fc.property(anyOption, (option) => {
      const row = { ...option, dividendYield: option.rate };
      const futures = valuesOf('black76', [row]);
      const spot = valuesOf('blackScholesMerton', [row]);
      for (const name of ['vanna', 'volga', 'charm', 'speed', 'color', 'zomma'] as const) {
        expect(futures[name][0]! + 0, name).toBe(spot[name][0]! + 0);
      }
      const [asset, cash] = [row.underlying, row.strike].map(
        (amount) => amount * Math.exp(-row.rate * row.years),
      );
      const terms = Math.abs(row.rate) * Math.max(asset!, cash!) + Math.abs(spot.theta[0]!);
      expect(Math.abs(futures.theta[0]! - spot.theta[0]!)).toBeLessThanOrEqual(
        1e-14 * terms + Number.MIN_VALUE,
      );
    }),
    runs,
  );
});

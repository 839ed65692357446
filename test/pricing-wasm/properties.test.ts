import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricing, type EuropeanModel, type ValueColumns } from '../../pricing-wasm/index.js';
import { anyOption, anyRow, bitsOfRow, bitsOfRows, columnsOf, priced, valueNames } from './option-columns.js';
import type { OptionRow } from './option-columns.js';

const runs = { numRuns: 1_000 };
const models = ['blackScholesMerton', 'black76'] as const;

const valuesOf = (model: EuropeanModel, rows: ReadonlyArray<OptionRow>): ValueColumns =>
  priced(pricing[model](columnsOf(rows)));

describe.each(models)('%s', (model) => {
  const yieldOf = (row: OptionRow): number => (model === 'black76' ? row.rate : row.dividendYield);
  const underlyingNow = (row: OptionRow): number => row.underlying * Math.exp(-yieldOf(row) * row.years);
  const strikeNow = (row: OptionRow): number => row.strike * Math.exp(-row.rate * row.years);
  /** Three units of rounding of the largest amount in the formula. */
  const rounding = (row: OptionRow): number => 7e-16 * Math.max(underlyingNow(row), strikeNow(row));

  it('keeps put-call parity: call less put is the forward less the strike, discounted', () => {
    fc.assert(
      fc.property(anyOption, (row) => {
        const { price, delta } = valuesOf(model, [
          { ...row, right: 0 },
          { ...row, right: 1 },
        ]);
        const expected = underlyingNow(row) - strikeNow(row);
        expect(Math.abs(price[0]! - price[1]! - expected)).toBeLessThanOrEqual(2 * rounding(row));
        expect(delta[0]! - delta[1]!).toBeCloseTo(Math.exp(-yieldOf(row) * row.years), 12);
      }),
      runs,
    );
  });

  it('prices between the discounted intrinsic value and the asset that the option can at most deliver', () => {
    fc.assert(
      fc.property(anyOption, (row) => {
        const price = valuesOf(model, [row]).price[0]!;
        const gain = (underlyingNow(row) - strikeNow(row)) * (row.right === 0 ? 1 : -1);
        const most = row.right === 0 ? underlyingNow(row) : strikeNow(row);
        expect(price).toBeGreaterThanOrEqual(0);
        expect(price).toBeGreaterThanOrEqual(gain - rounding(row));
        expect(price).toBeLessThanOrEqual(most + rounding(row));
      }),
      runs,
    );
  });

  it('moves monotonically with underlying, strike and volatility', () => {
    fc.assert(
      fc.property(anyOption, fc.double({ min: 1, max: 3, noNaN: true }), (row, factor) => {
        const dearer = { ...row, underlying: row.underlying * factor };
        const higher = { ...row, strike: row.strike * factor };
        const wilder = { ...row, volatility: row.volatility * factor };
        const [base, up, strike, volatility] = valuesOf(model, [row, dearer, higher, wilder]).price;
        const slack = 2 * factor * rounding(row);
        const towards = row.right === 0 ? 1 : -1;
        expect(towards * (up! - base!)).toBeGreaterThanOrEqual(-slack);
        expect(towards * (base! - strike!)).toBeGreaterThanOrEqual(-slack);
        expect(volatility! - base!).toBeGreaterThanOrEqual(-slack);
      }),
      runs,
    );
  });

  it('has gamma and vega at or above zero, equal for call and put', () => {
    fc.assert(
      fc.property(anyOption, (row) => {
        const { gamma, vega } = valuesOf(model, [
          { ...row, right: 0 },
          { ...row, right: 1 },
        ]);
        expect(gamma[0]).toBeGreaterThanOrEqual(0);
        expect(vega[0]).toBeGreaterThanOrEqual(0);
        expect(gamma[1]).toBe(gamma[0]);
        expect(vega[1]).toBe(vega[0]);
      }),
      runs,
    );
  });

  it('gives a row the same bits alone and in any company, bad rows included, at odd and even lengths', () => {
    const anyCompany = fc.array(fc.oneof(anyOption, anyRow), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(anyCompany, (rows) => {
        const together = bitsOfRows(valuesOf(model, rows));
        expect(together).toEqual(rows.map((row) => bitsOfRow(valuesOf(model, [row]), 0)));
      }),
      runs,
    );
  });

  it('prices any row at all: finite values with status 0, else NaN in every value and the reason', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const values = valuesOf(model, [row]);
        const read = Object.entries(row).filter(([name]) => model !== 'black76' || name !== 'dividendYield');
        const allFinite = read.every(([, value]) => Number.isFinite(value));
        const status = values.status[0]!;
        expect(status === 1).toBe(!allFinite);
        expect([0, 1, 2]).toContain(status);
        for (const name of valueNames) {
          const value = values[name][0]!;
          expect(status === 0 ? Number.isFinite(value) : Number.isNaN(value)).toBe(true);
        }
      }),
      runs,
    );
  });
});

it('gives Black-76 the values of Black-Scholes-Merton with the yield at the rate, but for rho', () => {
  fc.assert(
    fc.property(anyOption, (row) => {
      const futures = valuesOf('black76', [row]);
      const spot = valuesOf('blackScholesMerton', [{ ...row, dividendYield: row.rate }]);
      const scale = Math.max(row.underlying, row.strike) * Math.max(1, Math.exp(-row.rate * row.years));
      expect(Math.abs(futures.price[0]! - spot.price[0]!)).toBeLessThanOrEqual(4e-16 * scale);
      expect(futures.delta[0]).toBe(spot.delta[0]);
      expect(futures.gamma[0]).toBe(spot.gamma[0]);
      expect(futures.vega[0]).toBe(spot.vega[0]);
      expect(futures.rho[0]! + row.years * futures.price[0]!).toBe(0);
    }),
    runs,
  );
});

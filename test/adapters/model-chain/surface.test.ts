import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { session } from '../../../core/index.js';
import { fittedSurface, fittedWidths } from '../../../adapters/market-data/model-chain/fitted.js';
import { quoteWidth } from '../../../adapters/market-data/model-chain/quote-width.js';
import { varianceToCome } from '../../../adapters/market-data/model-chain/session-clock.js';
import {
  growth,
  logRatio,
  powerInEighths,
} from '../../../adapters/market-data/model-chain/smooth-functions.js';
import {
  atmCurve,
  atmVariance,
  smile,
  totalVariance,
} from '../../../adapters/market-data/model-chain/surface.js';
import { date } from './real-quotes.js';

const level = fc.double({ min: 5, max: 150, noNaN: true });
const levels = fc.tuple(level, level, level, level);

describe('the volatility surface, whatever the indices say', () => {
  it('has at-the-money variance that is positive and never falls with time', () => {
    fc.assert(
      fc.property(
        levels,
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        (indices, days, more) => {
          const curve = atmCurve(fittedSurface, indices);
          expect(atmVariance(curve, days)).toBeGreaterThan(0);
          expect(atmVariance(curve, days + more)).toBeGreaterThanOrEqual(atmVariance(curve, days) - 1e-15);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('has positive variance at every strike and the at-the-money variance at the forward', () => {
    fc.assert(
      fc.property(
        levels,
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        (indices, days, logMoneyness) => {
          const curve = atmCurve(fittedSurface, indices);
          const shape = smile(fittedSurface, curve, atmVariance(curve, days), days / 252);
          expect(totalVariance(shape, logMoneyness)).toBeGreaterThan(0);
          expect(totalVariance(shape, 0)).toBeCloseTo(shape.variance, 12);
          expect(shape.eta ** 2 * (1 + Math.abs(shape.rho))).toBeLessThanOrEqual(4);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('the clock of a session', () => {
  const full = session(date('2023-06-09'))!;
  const short = session(date('2022-11-25'))!;

  it('keeps three quarters of the day at the open, nothing at the close, and falls in between', () => {
    expect(varianceToCome(full, full.open)).toBe(0.75);
    expect(varianceToCome(full, 0)).toBe(0.75);
    expect(varianceToCome(full, full.close)).toBe(0);
    expect(varianceToCome(full, full.close + 1)).toBe(0);
    expect(varianceToCome(full, full.open + 1_800)).toBeCloseTo(0.75 * 0.828, 12);
    fc.assert(
      fc.property(fc.integer({ min: full.open, max: full.close - 1 }), (second) => {
        expect(varianceToCome(full, second + 1)).toBeLessThan(varianceToCome(full, second));
      }),
      { numRuns: 1_000 },
    );
  });

  it('runs through a short session faster', () => {
    const middle = (short.open + short.close) / 2;
    expect(varianceToCome(short, middle)).toBeCloseTo(varianceToCome(full, (full.open + full.close) / 2), 12);
  });
});

describe('the smooth functions', () => {
  it('agree with the engine where carry and moneyness use them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (x, ratio) => {
          expect(Math.abs(growth(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
          expect(Math.abs(logRatio(ratio * 4_000, 4_000) - Math.log(ratio))).toBeLessThan(1e-13);
          expect(Math.abs(powerInEighths(ratio, 5) / ratio ** 0.625 - 1)).toBeLessThan(1e-14);
        },
      ),
      { numRuns: 1_000 },
    );
    expect([growth(0), logRatio(7, 7), powerInEighths(3, 0)]).toEqual([1, 0, 1]);
    expect(powerInEighths(3, 8)).toBeCloseTo(3, 12);
  });
});

describe('the width of a quote', () => {
  const calm = { price: 3, intrinsic: 0, underlying: 4_300, vix: 14, years: 0.3, lastDay: false };

  it('grows with value, VIX, time and depth in the money, and is narrower on the last day', () => {
    for (const parameters of [fittedWidths.index, fittedWidths.shares]) {
      const width = quoteWidth(parameters, calm);
      expect(quoteWidth(parameters, { ...calm, price: 30 })).toBeGreaterThan(width);
      expect(quoteWidth(parameters, { ...calm, vix: 30 })).toBeGreaterThan(width);
      expect(quoteWidth(parameters, { ...calm, years: 1 })).toBeGreaterThan(width);
      expect(quoteWidth(parameters, { ...calm, price: 803, intrinsic: 800 })).toBeGreaterThan(width);
      expect(quoteWidth(parameters, { ...calm, lastDay: true })).toBeLessThan(width);
    }
  });
});

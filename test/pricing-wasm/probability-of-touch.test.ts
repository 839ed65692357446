import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityOfTouch, type Market } from '../../pricing-wasm/index.js';

const runs = { numRuns: 1_000 };
const market: Market = { underlying: 100, years: 0.25, rate: 0.04, dividendYield: 0.01, volatility: 0.2 };

const touch = (changes: Partial<Market>, barrier: number): number => {
  const result = probabilityOfTouch({ ...market, ...changes }, barrier);
  if (result._tag === 'Left') throw new Error(JSON.stringify(result.left));
  return result.right;
};

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

const anyMarket: fc.Arbitrary<Market> = fc.record({
  underlying: between(1, 5_000),
  years: between(0.001, 5),
  rate: between(-0.05, 0.15),
  dividendYield: between(-0.05, 0.15),
  volatility: between(0.02, 1.5),
});

/** The density of the first passage, integrated by Simpson's rule in the logarithm of time. */
const byFirstPassage = (
  { underlying, years, rate, dividendYield, volatility }: Market,
  barrier: number,
): number => {
  const distance = Math.abs(Math.log(barrier / underlying));
  const drift = (rate - dividendYield - volatility ** 2 / 2) * Math.sign(barrier - underlying);
  const density = (time: number): number =>
    (distance / (volatility * Math.sqrt(2 * Math.PI) * time ** 1.5)) *
    Math.exp(-((distance - drift * time) ** 2) / (2 * volatility ** 2 * time));
  const steps = 4_000;
  const from = Math.log(years * 1e-9);
  const width = (Math.log(years) - from) / steps;
  const terms = Array.from({ length: steps + 1 }, (_, step) => {
    const time = Math.exp(from + step * width);
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    return weight * density(time) * time;
  });
  return (terms.reduce((sum, term) => sum + term, 0) * width) / 3;
};

describe('probabilityOfTouch', () => {
  it('is twice the probability of ending beyond where the logarithm has no drift', () => {
    const still = { rate: 0.03, dividendYield: 0.01, volatility: 0.2, years: 1 };
    expect(touch(still, 100 * Math.exp(0.2))).toBeCloseTo(2 * 0.15865525393145707, 13);
    expect(touch(still, 100 * Math.exp(-0.4))).toBeCloseTo(2 * 0.022750131948179212, 13);
  });

  it('is the integral of the density of the first passage', () => {
    for (const barrier of [80, 95, 99, 101, 110, 140]) {
      for (const changes of [{}, { rate: 0.3 }, { dividendYield: 0.3 }, { volatility: 0.6, years: 2 }]) {
        expect(touch(changes, barrier)).toBeCloseTo(byFirstPassage({ ...market, ...changes }, barrier), 8);
      }
    }
  });

  it('is 1 at the barrier and follows the drift alone without volatility or time', () => {
    expect(touch({}, 100)).toBe(1);
    expect(touch({ years: 0 }, 100)).toBe(1);
    expect(touch({ years: 0 }, 100.01)).toBe(0);
    expect(touch({ volatility: 0, years: 1 }, 103)).toBe(1);
    expect(touch({ volatility: 0, years: 1 }, 103.1)).toBe(0);
    expect(touch({ volatility: 0, years: 1 }, 99)).toBe(0);
  });

  it('approaches the ratio of prices upwards, and 1 downwards, as volatility grows without bound', () => {
    expect(touch({ volatility: 1e200 }, 125)).toBeCloseTo(0.8, 13);
    expect(touch({ volatility: 1e200 }, 80)).toBe(1);
  });

  it('lies between the probability of ending beyond the barrier and 1, and grows with time', () => {
    fc.assert(
      fc.property(anyMarket, between(0.3, 3), between(1, 2), (any, ratio, longer) => {
        const barrier = any.underlying * ratio;
        const probability = touch(any, barrier);
        const width = any.volatility * Math.sqrt(any.years);
        const d2 = (Math.log(1 / ratio) + (any.rate - any.dividendYield) * any.years) / width - width / 2;
        const beyond = cumulative(ratio > 1 ? d2 : -d2);
        expect(probability).toBeGreaterThanOrEqual(beyond - 1e-7);
        expect(probability).toBeLessThanOrEqual(1);
        expect(touch({ ...any, years: any.years * longer }, barrier)).toBeGreaterThanOrEqual(
          probability - 1e-14,
        );
      }),
      runs,
    );
  });

  it('falls as the barrier moves away, to either side', () => {
    fc.assert(
      fc.property(anyMarket, between(1, 2), between(1, 1.5), (any, near, factor) => {
        const up = touch(any, any.underlying * near);
        const down = touch(any, any.underlying / near);
        expect(touch(any, any.underlying * near * factor)).toBeLessThanOrEqual(up + 1e-14);
        expect(touch(any, any.underlying / near / factor)).toBeLessThanOrEqual(down + 1e-14);
      }),
      runs,
    );
  });

  it.each([
    [{ underlying: NaN }, 90, 'underlying', 'a finite number'],
    [{ years: -1 }, 90, 'years', 'at least 0'],
    [{ volatility: -0.1 }, 90, 'volatility', 'at least 0'],
    [{}, 0, 'barrier', 'a price in [1e-150, 1e150]'],
    [{}, Infinity, 'barrier', 'a finite number'],
    [{ rate: 3_000 }, 90, 'rate', '|rate × years| at most 700'],
  ])('refuses %j with barrier %d, naming %s', (changes, barrier, field, limit) => {
    const result = probabilityOfTouch({ ...market, ...changes }, barrier);
    expect(result).toMatchObject({ _tag: 'Left', left: { _tag: 'InputError', field, limit } });
  });
});

/** Abramowitz and Stegun 7.1.26, about 1e-7. */
const cumulative = (x: number): number => {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const tail = (series * Math.exp(-z * z)) / 2;
  return x < 0 ? tail : 1 - tail;
};

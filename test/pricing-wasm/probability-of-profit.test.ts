import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityOfProfit, type Market, type StructureLeg } from '../../pricing-wasm/index.js';

const runs = { numRuns: 1_000 };
const market: Market = { underlying: 100, years: 0.25, rate: 0.04, dividendYield: 0.01, volatility: 0.2 };

const leg = (kind: 'call' | 'put', strike: number, quantity: number): StructureLeg => ({
  right: kind,
  strike,
  quantity,
});

const profit = (
  legs: ReadonlyArray<StructureLeg>,
  credit: number,
  changes: Partial<Market> = {},
): { probability: number; breakevens: ReadonlyArray<number> } => {
  const result = probabilityOfProfit({ ...market, ...changes }, legs, credit);
  if (result._tag === 'Left') throw new Error(JSON.stringify(result.left));
  return result.right;
};

const condor = [leg('put', 85, 1), leg('put', 90, -1), leg('call', 110, -1), leg('call', 115, 1)];

/** The share of the lognormal distribution's equally likely slices whose middle makes a profit. */
const byCounting = (any: Market, legs: ReadonlyArray<StructureLeg>, credit: number): number => {
  const slices = 4_000;
  const width = any.volatility * Math.sqrt(any.years);
  const forward = any.underlying * Math.exp((any.rate - any.dividendYield) * any.years);
  const from = -8;
  let total = 0;
  for (let slice = 0; slice < slices; slice += 1) {
    const z = from + ((slice + 0.5) * 16) / slices;
    const price = forward * Math.exp(width * z - (width * width) / 2);
    const payoff = legs.reduce(
      (sum, { right, strike, quantity }) =>
        sum + quantity * Math.max(0, right === 'call' ? price - strike : strike - price),
      credit,
    );
    if (payoff > 0) total += (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * (16 / slices);
  }
  return total;
};

describe('probabilityOfProfit', () => {
  it('of a short put is that of ending above its strike less the credit', () => {
    // Forward 100.7528, breakeven 94: d2 = (ln(100.7528 / 94) / 0.1) - 0.05 = 0.64372; N = 0.740.
    const { probability, breakevens } = profit([leg('put', 95, -1)], 1);
    expect(breakevens).toEqual([94]);
    expect(probability).toBeCloseTo(0.74011, 3);
  });

  it('of an iron condor lies between two breakevens', () => {
    const { probability, breakevens } = profit(condor, 1.2);
    expect(breakevens).toEqual([88.8, 111.2]);
    expect(probability).toBeCloseTo(byCounting(market, condor, 1.2), 2);
    expect(profit(condor, 0)).toEqual({ probability: 0, breakevens: [] });
    expect(profit(condor, 5.01).probability).toBe(1);
  });

  it('of a 1-1-2 counts both its gains', () => {
    const legs = [leg('put', 95, 1), leg('put', 90, -1), leg('put', 80, -2)];
    const { probability, breakevens } = profit(legs, -0.5);
    expect(breakevens).toEqual([77.75, 94.5]);
    expect(probability).toBeCloseTo(byCounting(market, legs, -0.5), 2);
  });

  it('without volatility or time is 1 or 0', () => {
    expect(profit(condor, 1.2, { years: 0 }).probability).toBe(1);
    expect(profit(condor, 1.2, { years: 0, underlying: 88.8 }).probability).toBe(0);
    expect(profit(condor, 1.2, { volatility: 0, underlying: 112 }).probability).toBe(0);
  });

  const anyLegs = fc.array(
    fc.record({
      right: fc.constantFrom<'call' | 'put'>('call', 'put'),
      strike: fc.integer({ min: 50, max: 150 }),
      quantity: fc.integer({ min: -3, max: 3 }).filter((quantity) => quantity !== 0),
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('agrees with counting slices of the distribution, for any structure', () => {
    fc.assert(
      fc.property(anyLegs, fc.integer({ min: -40, max: 40 }), (legs, quarters) => {
        const credit = quarters / 4 + 0.125;
        const { probability } = profit(legs, credit);
        expect(Math.abs(probability - byCounting(market, legs, credit))).toBeLessThan(0.01);
      }),
      runs,
    );
  });

  it('grows with the credit, and with that of the opposite structure never exceeds 1', () => {
    fc.assert(
      fc.property(anyLegs, fc.integer({ min: -40, max: 40 }), (legs, quarters) => {
        const credit = quarters / 4;
        const opposite = legs.map((each) => ({ ...each, quantity: -each.quantity }));
        const { probability } = profit(legs, credit);
        expect(profit(legs, credit + 0.25).probability).toBeGreaterThanOrEqual(probability - 1e-14);
        expect(probability + profit(opposite, -credit).probability).toBeLessThanOrEqual(1 + 1e-14);
      }),
      runs,
    );
  });

  it.each([
    [[], 1, 'legs', 0],
    [[leg('put', NaN, 1)], 1, 'legs[0].strike', NaN],
    [[leg('put', 90, 1), leg('put', 80, 0)], 1, 'legs[1].quantity', 0],
    [[leg('put', 90, 1)], Infinity, 'credit', Infinity],
  ])('refuses %j with credit %d, naming %s', (legs, credit, field, value) => {
    const result = probabilityOfProfit(market, legs, credit);
    expect(result).toMatchObject({ _tag: 'Left', left: { _tag: 'InputError', field, value } });
  });
});

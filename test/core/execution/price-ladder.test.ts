import { right, type Either } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comboTickOf,
  entryPrice,
  exitPrice,
  isOnGrid,
  ladderSteps,
  legSlip,
  roundUp,
  stepDue,
  type ComboQuote,
  type LadderError,
} from '../../../core/index.js';
import { anyMarket, esCondor, limits, marketOf, spySpread, type StructureMarket } from './structures.js';

const steps = [1, 2, 3, 4];

const priceIn = (answer: Either<LadderError, number>): number => {
  if (answer._tag === 'Left') throw new Error(`no price: ${answer.left.field}`);
  return answer.right;
};

const entries = ({ combo, priced }: StructureMarket, minimum = 0.05): ReadonlyArray<number> =>
  steps.map((step) => priceIn(entryPrice(step, combo, priced, minimum, limits)));

const exits = ({ combo, priced }: StructureMarket): ReadonlyArray<number> =>
  [...steps, 5].map((step) => priceIn(exitPrice(step, combo, priced, limits)));

describe('the ladder of an entry', () => {
  it('of an ES condor 2.40 / 3.60 stops 0.20 below mid, far above natural', () => {
    // Width 1.20, mid 3.00; four legs below 5 points tick 0.05, so the cap is 4 × 0.05 = 0.20.
    // 1: 3.60 − 0.40 × 1.20 = 3.12, up to 3.15. 2: mid. 3: 3.60 − 0.72 = 2.88, down to 2.85.
    // 4: min(0.60, 0.20) from mid = 2.80.
    expect(legSlip(esCondor.priced, limits)).toBeCloseTo(0.2, 12);
    expect(entries(esCondor)).toEqual([3.15, 3, 2.85, 2.8]);
  });

  it('of a SPY spread 0.77 / 0.83 ends at natural, half its width from mid', () => {
    // 1: 0.83 − 0.024 = 0.806, up to 0.81. 2: mid 0.80. 3: 0.83 − 0.036 = 0.794, down to 0.79.
    // 4: min(0.03, 2 × 0.05) from mid = 0.77.
    expect(entries(spySpread)).toEqual([0.81, 0.8, 0.79, 0.77]);
  });

  it('counts a leg from 5 points upwards at its own tick of 0.25', () => {
    // The short put at 5.00 / 5.30 ticks 0.25: cap 0.25 + 3 × 0.05 = 0.40; natural 4.40, mid 5.00.
    const rich = marketOf('ES', [
      [1, 'put', 5_420, 1.5, 1.8],
      [-1, 'put', 5_450, 5, 5.3],
      [-1, 'call', 5_550, 2.6, 2.9],
      [1, 'call', 5_580, 1.1, 1.4],
    ]);
    expect(legSlip(rich.priced, limits)).toBeCloseTo(0.4, 12);
    expect(entries(rich)[3]).toBe(4.6);
  });

  it('never asks for less than the minimum credit, rounded up to a tick', () => {
    expect(entries(esCondor, 2.9)).toEqual([3.15, 3, 2.9, 2.9]);
    expect(entries(esCondor, 2.91)).toEqual([3.15, 3, 2.95, 2.95]);
    expect(entries(esCondor, 4)).toEqual([4, 4, 4, 4]);
  });

  it('has four steps, 7.5 seconds apart', () => {
    expect(steps.map((step) => stepDue(step, limits))).toEqual([0, 7.5, 15, 22.5]);
    expect(ladderSteps).toBe(4);
  });

  it.each([0, 5, 1.5, NaN])('has no step %d and says which there are', (step) => {
    expect(entryPrice(step, esCondor.combo, esCondor.priced, 0.05, limits)).toMatchObject({
      left: { _tag: 'NoSuchStep', field: 'step', limit: 'a whole number from 1 to 4' },
    });
  });

  it.each([
    ['a mid that is not a number', { mid: NaN }, 'combo'],
    ['sides that cross', { width: -0.05 }, 'combo.width'],
  ])('refuses %s', (_, change: Partial<ComboQuote>, field) => {
    expect(entryPrice(1, { ...esCondor.combo, ...change }, esCondor.priced, 0.05, limits)).toMatchObject({
      left: { _tag: 'InvalidMarket', field },
    });
  });

  it('refuses a structure without legs and a minimum credit that is not a number', () => {
    expect(entryPrice(1, esCondor.combo, [], 0.05, limits)).toMatchObject({ left: { field: 'legs' } });
    expect(entryPrice(1, esCondor.combo, esCondor.priced, NaN, limits)).toMatchObject({
      left: { field: 'minimumCredit' },
    });
  });

  it('descends on the grid, above the cap, the minimum and zero, in any market', () => {
    fc.assert(
      fc.property(anyMarket, fc.double({ min: -1, max: 5, noNaN: true }), (market, minimum) => {
        const tick = comboTickOf(market.priced);
        const prices = entries(market, minimum);
        const lowest = Math.max(minimum, market.combo.mid - legSlip(market.priced, limits), tick);
        prices.forEach((price, index) => {
          expect(isOnGrid(price, tick)).toBe(true);
          expect(price).toBeGreaterThanOrEqual(lowest - 1e-6);
          if (index > 0) expect(price).toBeLessThanOrEqual(prices[index - 1]!);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('ends within one tick of min(half the width, the cap) below mid', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const { mid, width } = market.combo;
        const tick = comboTickOf(market.priced);
        const exact = mid - Math.min(width / 2, legSlip(market.priced, limits));
        fc.pre(exact >= tick);
        expect(Math.abs(entries(market, 0)[3]! - exact)).toBeLessThan(tick);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the ladder of an exit', () => {
  it('of an ES condor goes past the cap of entries, and to natural when it comes back', () => {
    // 1: 2.40 + 0.48 = 2.88, down to 2.85. 2: mid. 3: 3.12, up to 3.15. 4: 2.40 + 0.96 = 3.36, up to 3.40.
    expect(exits(esCondor)).toEqual([2.85, 3, 3.15, 3.4, 3.6]);
  });

  it('of a tight SPY spread reaches natural with its last step', () => {
    // 4: 0.77 + 0.048 = 0.818 is less than the slip allows, min(0.03, 0.10) from mid = 0.83.
    expect(exits(spySpread)).toEqual([0.79, 0.8, 0.81, 0.83, 0.83]);
  });

  it('offers at least one tick for a structure that is worth nothing', () => {
    const worthless = marketOf('ES', [
      [1, 'put', 5_420, 0, 0.05],
      [-1, 'put', 5_450, 0, 0.05],
    ]);
    expect(exits(worthless)).toEqual([0.05, 0.05, 0.05, 0.05, 0.05]);
  });

  it('has no step 0', () => {
    expect(exitPrice(0, esCondor.combo, esCondor.priced, limits)).toMatchObject({
      left: { _tag: 'NoSuchStep' },
    });
  });

  it('ascends on the grid to natural and not beyond, in any market', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const tick = comboTickOf(market.priced);
        const highest = Math.max(tick, roundUp(market.combo.naturalToClose, tick));
        const prices = exits(market);
        prices.forEach((price, index) => {
          expect(isOnGrid(price, tick)).toBe(true);
          expect(price).toBeLessThanOrEqual(highest);
          if (index > 0) expect(price).toBeGreaterThanOrEqual(prices[index - 1]!);
        });
        expect(right(prices[4])).toEqual(right(highest));
      }),
      { numRuns: 1_000 },
    );
  });
});

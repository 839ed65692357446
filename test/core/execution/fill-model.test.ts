import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entryPrice,
  exitPrice,
  fillModels,
  fills,
  ladderSteps,
  roundUp,
  comboTickOf,
  type FillModel,
  type OrderSide,
} from '../../../core/index.js';
import { anyMarket, esCondor, limits, spySpread, type StructureMarket } from './structures.js';

const fill = (
  side: OrderSide,
  limit: number,
  { combo, priced }: StructureMarket,
  model: FillModel,
): number | null => fills({ side, limit }, combo, priced, model, limits);

describe('a simulated fill', () => {
  it.each([
    ['mid', 3],
    ['slip', 2.8],
    ['natural', 2.4],
  ] as const)('sells an ES condor 2.40 / 3.60 under %s at %d and no higher', (model, price) => {
    expect(fill('sell', price, esCondor, model)).toBe(price);
    expect(fill('sell', price - 0.05, esCondor, model)).toBe(price);
    expect(fill('sell', price + 0.05, esCondor, model)).toBeNull();
  });

  it.each([
    ['mid', 3],
    ['slip', 3.2],
    ['natural', 3.6],
  ] as const)('buys it back under %s at %d and no lower', (model, price) => {
    expect(fill('buy', price, esCondor, model)).toBe(price);
    expect(fill('buy', price + 0.05, esCondor, model)).toBe(price);
    expect(fill('buy', price - 0.05, esCondor, model)).toBeNull();
  });

  it('never slips past natural: a SPY spread 0.06 wide trades 0.03 from mid', () => {
    expect(fill('sell', 0.77, spySpread, 'slip')).toBe(0.77);
    expect(fill('sell', 0.78, spySpread, 'slip')).toBeNull();
    expect(fill('buy', 0.83, spySpread, 'slip')).toBe(0.83);
  });

  it('meets the last step of an entry under slip, unless the minimum credit forbids it', () => {
    fc.assert(
      fc.property(anyMarket, fc.double({ min: 0.05, max: 5, noNaN: true }), (market, minimum) => {
        const answer = entryPrice(ladderSteps, market.combo, market.priced, minimum, limits);
        if (answer._tag === 'Left') throw new Error('the last step has a price');
        const price = fill('sell', answer.right, market, 'slip');
        if (price === null) expect(answer.right).toBe(roundUp(minimum, comboTickOf(market.priced)));
        else expect(price).toBeGreaterThanOrEqual(answer.right);
      }),
      { numRuns: 1_000 },
    );
  });

  it('meets the last step of any entry whose minimum credit lies at natural or below', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const minimum = comboTickOf(market.priced);
        fc.pre(market.combo.natural >= minimum);
        const answer = entryPrice(ladderSteps, market.combo, market.priced, minimum, limits);
        if (answer._tag === 'Left') throw new Error('the last step has a price');
        expect(fill('sell', answer.right, market, 'slip')).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('meets the last step of an exit under slip, and the one after it under every model', () => {
    fc.assert(
      fc.property(anyMarket, fc.constantFrom(...fillModels), (market, model) => {
        const last = exitPrice(ladderSteps, market.combo, market.priced, limits);
        const after = exitPrice(ladderSteps + 1, market.combo, market.priced, limits);
        if (last._tag === 'Left' || after._tag === 'Left') throw new Error('both have a price');
        expect(fill('buy', last.right, market, 'slip')).not.toBeNull();
        expect(fill('buy', after.right, market, model)).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('lies between the two naturals and is the limit or better, in any market', () => {
    const sides = fc.constantFrom<OrderSide>('sell', 'buy');
    const models = fc.constantFrom(...fillModels);
    fc.assert(
      fc.property(
        anyMarket,
        sides,
        models,
        fc.integer({ min: -20, max: 20 }),
        (market, side, model, ticks) => {
          const tick = comboTickOf(market.priced);
          const limit = roundUp(market.combo.mid + ticks * tick, tick);
          const price = fill(side, limit, market, model);
          fc.pre(price !== null);
          expect(price).toBeGreaterThanOrEqual(market.combo.natural - 1e-6);
          expect(price).toBeLessThanOrEqual(market.combo.naturalToClose + 1e-6);
          expect(side === 'sell' ? price >= limit : price <= limit).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('costs more under slip than at mid, and most under natural', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const [mid, slip, natural] = fillModels.map((model) => fill('sell', -1_000, market, model)!);
        expect(mid).toBeGreaterThanOrEqual(slip! - 1e-6);
        expect(slip).toBeGreaterThanOrEqual(natural! - 1e-6);
      }),
      { numRuns: 1_000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askAll,
  entryPrice,
  judge,
  known,
  legSlip,
  missing,
  orderReadyRules,
  type OrderFacts,
  type OrderIdentity,
  type OrderTerms,
} from '../../../core/index.js';
import { order } from './orders.js';
import { anyMarket, esCondor, leg, limits } from './structures.js';

const facts = (
  change: Partial<OrderTerms & OrderIdentity> = {},
  more: Partial<OrderFacts> = {},
): OrderFacts => ({
  order: order(change),
  entry: 'credit',
  mid: known(3),
  concession: known(0.2),
  journal: known('ready'),
  usedKeys: [],
  holdings: [],
  ...more,
});

const blockedBy = (given: OrderFacts): ReadonlyArray<string> =>
  judge(askAll(orderReadyRules, given, limits)).blockedBy.map(({ rule }) => rule);

const held = (quantity: number): OrderFacts['holdings'] =>
  esCondor.legs.map(({ contract, ratio }) => ({ contract, quantity: ratio * quantity }));

describe('an order ready to be sent', () => {
  it('is blocked by nothing', () => {
    expect(blockedBy(facts())).toEqual([]);
  });

  it.each([
    [0, ['order.quantity']],
    [-1, ['order.quantity']],
    [1, []],
    [1.5, ['order.quantity']],
    [NaN, ['order.quantity']],
    [1_000, []],
    [1_001, ['order.quantity']],
  ])('has a whole quantity from 1 to 1000: %d', (quantity, blocked) => {
    expect(blockedBy(facts({ quantity }))).toEqual(blocked);
  });

  it('has one to four different legs of its own root in whole ratios', () => {
    const five = [...esCondor.legs, leg('ES', 1, 'put', 5_000)];
    expect(blockedBy(facts({ legs: five }))).toEqual(['order.legs']);
    expect(blockedBy(facts({ legs: five.slice(0, 1) }))).toEqual([]);
    expect(blockedBy(facts({ legs: [] }))).toEqual(['order.legs']);
    expect(blockedBy(facts({ legs: [leg('ES', 1, 'put', 5_000), leg('ES', -1, 'put', 5_000)] }))).toEqual([
      'order.legs',
    ]);
    expect(blockedBy(facts({ legs: [leg('MES', -1, 'put', 5_000)] }))).toEqual(['order.legs']);
    expect(blockedBy(facts({ legs: [leg('ES', -0.5, 'put', 5_000)] }))).toEqual(['order.legs']);
    expect(blockedBy(facts({ legs: [leg('ES', 0, 'put', 5_000)] }))).toEqual(['order.legs']);
  });

  it.each([
    [3.1, []],
    [3.15, []],
    [3.12, ['order.tick']],
  ])('has its limit on the grid of 0.05: %d', (limit, blocked) => {
    expect(blockedBy(facts({ limit }))).toEqual(blocked);
  });

  it.each([
    [2.35, ['order.price-band']],
    [2.4, []],
    [3.6, []],
    [3.65, ['order.price-band']],
  ])('has its limit within 20%% of a mid of 3.00: %d', (limit, blocked) => {
    expect(blockedBy(facts({ limit }))).toEqual(blocked);
  });

  it('may always go as far as the ladder goes', () => {
    // 0.20 below a mid of 0.50 is 40%, but it is the concession the ladder ends with.
    expect(blockedBy(facts({ limit: 0.3 }, { mid: known(0.5) }))).toEqual([]);
    expect(blockedBy(facts({ limit: 0.25 }, { mid: known(0.5) }))).toEqual(['order.price-band']);
  });

  it('asks for money for a credit and offers it for a debit or to close', () => {
    const near = { mid: known(0), concession: known(0.2) };
    expect(blockedBy(facts({ limit: 0.05 }, near))).toEqual([]);
    expect(blockedBy(facts({ limit: 0 }, near))).toEqual(['order.price-effect']);
    expect(blockedBy(facts({ limit: -0.05 }, near))).toEqual(['order.price-effect']);
    expect(blockedBy(facts({ limit: -0.05 }, { ...near, entry: 'debit' }))).toEqual([]);
    expect(blockedBy(facts({ limit: 0.05 }, { ...near, entry: 'debit' }))).toEqual(['order.price-effect']);
    expect(blockedBy(facts({ purpose: 'close', limit: 0.05 }, { holdings: held(3) }))).toEqual([]);
  });

  it('is not sent twice', () => {
    expect(blockedBy(facts({}, { usedKeys: [order().id] }))).toEqual(['order.key']);
  });

  it('opens only with a journal and a market, and closes without either', () => {
    const blind = {
      mid: missing('mid', 'stale'),
      concession: missing('concession', 'stale'),
      journal: missing('journal', 'absent'),
      holdings: held(3),
    };
    expect(blockedBy(facts({}, { ...blind, holdings: [] }))).toEqual(['order.price-band', 'order.journal']);
    expect(blockedBy(facts({}, { journal: known('disk full') }))).toEqual(['order.journal']);
    expect(blockedBy(facts({ purpose: 'close', limit: 30 }, blind))).toEqual([]);
  });

  it('opens nothing against what is held and closes no more than that', () => {
    expect(blockedBy(facts({}, { holdings: held(1) }))).toEqual([]);
    expect(blockedBy(facts({}, { holdings: held(-1) }))).toEqual(['order.effect']);
    expect(blockedBy(facts({ purpose: 'close' }, { holdings: held(2) }))).toEqual(['order.effect']);
    expect(blockedBy(facts({ purpose: 'close' }, { holdings: held(3) }))).toEqual([]);
    expect(blockedBy(facts({ purpose: 'close' }, { holdings: held(-3) }))).toEqual(['order.effect']);
    expect(blockedBy(facts({ purpose: 'close' }))).toEqual(['order.effect']);
  });

  it('is what the ladder yields at every step, in any market with a sane minimum credit', () => {
    fc.assert(
      fc.property(anyMarket, fc.integer({ min: 2, max: 4 }), (market, step) => {
        fc.pre(market.combo.mid > 1 && new Set(market.legs).size === market.legs.length);
        const price = entryPrice(step, market.combo, market.priced, 0, limits);
        if (price._tag === 'Left') throw new Error('a sane market has a price');
        const given = facts(
          { root: market.legs[0]!.contract.root, legs: market.legs, limit: price.right },
          { mid: known(market.combo.mid), concession: known(legSlip(market.priced, limits)) },
        );
        expect(blockedBy(given)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

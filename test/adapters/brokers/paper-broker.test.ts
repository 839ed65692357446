import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPaperBroker } from '../../../adapters/brokers/paper/index.js';
import {
  fillModels,
  limitsOf,
  seedRules,
  workingOrder,
  type EngineEvent,
  type FillModel,
  type MarketSnapshot,
  type OptionContract,
  type WorkingOrder,
} from '../../../core/index.js';
import { day } from '../replay/replay-harness.js';

const limits = limitsOf(seedRules);
const date = day('2025-03-07');
const noon = { date, second: 43_200 };

const put = (strike: number): OptionContract => ({
  root: 'SPY',
  expiry: day('2025-06-30'),
  right: 'put',
  strike,
  settles: 'pm',
});

/** A spread whose naturals are `mid` ∓ 0.10: the short put at 500, the long one at 495. */
const market = (mid: number, at = noon): MarketSnapshot => ({
  at,
  underlyings: [],
  vix: null,
  chains: [
    {
      root: 'SPY',
      expiry: day('2025-06-30'),
      settles: 'pm',
      provenance: 'modelled',
      at,
      underlyingPrice: 560,
      future: null,
      years: 0.3,
      rate: 0.04,
      dividendYield: 0.01,
      quotes: [
        { contract: put(495), bid: 3.95, ask: 4.05 },
        { contract: put(500), bid: 3.95 + mid, ask: 4.05 + mid },
      ].map((quote) => ({ ...quote, at, impliedVolatility: 0.2, volume: null, openInterest: null })),
    },
  ],
});

const order = (purpose: 'open' | 'close', limit: number, attempt = 1): WorkingOrder =>
  workingOrder(
    { strategy: 'lt112', position: 'lt112 2025-03-07', date, purpose, attempt },
    {
      root: 'SPY',
      legs: [
        { contract: put(495), ratio: 1 },
        { contract: put(500), ratio: -1 },
      ],
      quantity: 3,
      limit,
      placedAt: noon,
      workUntil: { date, second: 43_230 },
      reason: purpose === 'open' ? 'entry' : 'profit',
    },
  );

const submit = (each: WorkingOrder) => ({ _tag: 'SubmitOrder', key: each.id, order: each }) as const;

const reports = (events: ReadonlyArray<EngineEvent>): ReadonlyArray<string> =>
  events.map((event) => (event._tag === 'OrderReported' ? event.report._tag : event._tag));

const fillOf = (events: ReadonlyArray<EngineEvent>): number | null => {
  const found = events.find(
    (event) => event._tag === 'OrderReported' && event.report._tag === 'FillReported',
  );
  return found?._tag === 'OrderReported' && found.report._tag === 'FillReported'
    ? found.report.fill.price
    : null;
};

describe('the paper broker', () => {
  it.each([
    ['mid', 1],
    ['slip', 0.9],
    ['natural', 0.9],
  ] as const)('sells a spread quoted 0.90 to 1.10 at the price of the %s model', (model, price) => {
    const broker = createPaperBroker(model, limits);
    const events = broker.carryOut(submit(order('open', 0.9)), noon, market(1));
    expect(reports(events)).toEqual(['Acknowledged', 'FillReported']);
    expect(fillOf(events)).toBeCloseTo(price, 9);
    expect(broker.working()).toEqual([]);
  });

  it('fills the whole order or nothing, once', () => {
    const broker = createPaperBroker('mid', limits);
    const [, fill] = broker.carryOut(submit(order('open', 1)), noon, market(1));
    expect(fill).toMatchObject({ report: { fill: { quantity: 3 } } });
    expect(broker.quoted(market(2))).toEqual([]);
  });

  it('keeps an order whose limit is not reached, and fills it when the market comes to it', () => {
    const broker = createPaperBroker('mid', limits);
    expect(reports(broker.carryOut(submit(order('open', 1.2)), noon, market(1)))).toEqual(['Acknowledged']);
    expect(broker.working()).toHaveLength(1);
    expect(broker.quoted(market(1.19))).toEqual([]);
    expect(fillOf(broker.quoted(market(1.2)))).toBeCloseTo(1.2, 9);
  });

  it('works at the new price after a replacement', () => {
    const broker = createPaperBroker('mid', limits);
    const first = order('open', 1.2);
    broker.carryOut(submit(first), noon, market(1));
    const replaced = { ...first, step: 2, limit: 1 };
    const events = broker.carryOut({ _tag: 'ReplaceOrder', key: 'x', order: replaced }, noon, market(1));
    expect(fillOf(events)).toBeCloseTo(1, 9);
  });

  it('forgets what is cancelled, and says so', () => {
    const broker = createPaperBroker('mid', limits);
    const each = order('close', 0.5);
    broker.carryOut(submit(each), noon, market(1));
    expect(reports(broker.carryOut({ _tag: 'CancelOrder', key: 'x', order: each }, noon, null))).toEqual([
      'CancelAcknowledged',
    ]);
    expect(broker.quoted(market(0.4))).toEqual([]);
  });

  it('knows what it works and nothing else', () => {
    const broker = createPaperBroker('mid', limits);
    const each = order('close', 0.5);
    const lookUp = { _tag: 'LookUpOrder', key: 'x', order: each } as const;
    expect(reports(broker.carryOut(lookUp, noon, null))).toEqual(['NotFound']);
    broker.carryOut(submit(each), noon, market(1));
    expect(reports(broker.carryOut(lookUp, noon, null))).toEqual(['Acknowledged']);
  });

  it('does not trade without a market, or with a leg nobody quotes', () => {
    const broker = createPaperBroker('mid', limits);
    expect(reports(broker.carryOut(submit(order('open', 0.01)), noon, null))).toEqual(['Acknowledged']);
    const bare = market(1);
    expect(broker.quoted({ ...bare, chains: [] })).toEqual([]);
    const oneLeg = bare.chains.map((slice) => ({ ...slice, quotes: slice.quotes.slice(0, 1) }));
    expect(broker.quoted({ ...bare, chains: oneLeg })).toEqual([]);
    expect(broker.working()).toHaveLength(1);
  });

  it.each([
    ['a second before the open', date, 34_199],
    ['at the close', date, 57_600],
    ['after the close', date, 57_660],
    ['on a Saturday', day('2025-03-08'), 43_200],
  ] as const)('does not trade %s', (_, when, second) => {
    const broker = createPaperBroker('mid', limits);
    const at = { date: when, second };
    expect(reports(broker.carryOut(submit(order('open', 0.01)), at, market(1, at)))).toEqual([
      'Acknowledged',
    ]);
    expect(broker.quoted(market(1, at))).toEqual([]);
  });

  it.each([
    ['at the open', 34_200],
    ['in the last second', 57_599],
  ] as const)('trades %s', (_, second) => {
    const at = { date, second };
    const broker = createPaperBroker('mid', limits);
    expect(fillOf(broker.carryOut(submit(order('open', 0.01)), at, market(1, at)))).not.toBeNull();
  });

  it('never fills worse than the limit, in any model, on either side', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<FillModel>(...fillModels),
        fc.constantFrom('open' as const, 'close' as const),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 5, max: 300 }),
        (model, purpose, limitCents, midCents) => {
          const limit = limitCents / 100;
          const broker = createPaperBroker(model, limits);
          const price = fillOf(broker.carryOut(submit(order(purpose, limit)), noon, market(midCents / 100)));
          if (price === null) return;
          if (purpose === 'open') expect(price).toBeGreaterThanOrEqual(limit - 1e-9);
          else expect(price).toBeLessThanOrEqual(limit + 1e-9);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

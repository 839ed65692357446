import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  askAll,
  dataFacts,
  dataRules,
  missing,
  type DataFacts,
  type DataNeed,
  type MarketSnapshot,
  type OptionQuote,
  type Verdict,
  type Watch,
} from '../../../../core/index.js';
import { ago, contract, limits, now, quote, slice, snapshot, tag, underlying } from '../fixtures.js';

const band: Watch = {
  _tag: 'Band',
  root: 'ES',
  expiries: { from: now.date, to: now.date },
  rights: ['call', 'put'],
  strikes: { from: { ratio: 1, offset: -150 }, to: { ratio: 1, offset: 150 } },
};

const need: DataNeed = {
  root: 'ES',
  slice: { root: 'ES', expiry: now.date, settles: 'pm' },
  asked: band,
  legs: [
    { contract: contract(5_520), ratio: 1 },
    { contract: contract(5_550), ratio: -1 },
  ],
};

const verdictIn = (facts: DataFacts, id: string): Verdict =>
  askAll(dataRules, facts, limits).find(({ rule }) => rule === id)!.verdict;

const ask = (id: string, changes: Partial<MarketSnapshot>, asked: Partial<DataNeed> = {}): Verdict =>
  verdictIn(dataFacts({ ...snapshot, ...changes }, { ...need, ...asked }), id);

describe('data checks', () => {
  it('are checks 1 to 7 and 9 of the sheet, in its order', () => {
    expect(dataRules.map(({ id }) => id)).toEqual([
      'data.underlying.fresh',
      'data.underlying.sane',
      'data.vix.present',
      'data.vix.fresh',
      'data.chain.fresh',
      'data.chain.complete',
      'data.legs.quotes',
      'data.legs.greeks',
    ]);
  });

  it('all pass on a healthy snapshot', () => {
    const answers = askAll(dataRules, dataFacts(snapshot, need), limits);
    expect(answers.map(({ verdict }) => tag(verdict))).toEqual(answers.map(() => 'Pass'));
  });

  it('are all Unknown on an empty snapshot', () => {
    const empty: MarketSnapshot = { at: now, underlyings: [], vix: null, chains: [] };
    const answers = askAll(dataRules, dataFacts(empty, need), limits);
    expect(answers.map(({ verdict }) => tag(verdict))).toEqual(answers.map(() => 'Unknown'));
  });

  it('name only limits of their statement', () => {
    dataRules.forEach(({ statement, parameters }) => {
      expect([...statement.matchAll(/\{([^}#]+)#?\}/g)].map(([, name]) => name).sort()).toEqual(
        [...parameters].sort(),
      );
    });
  });
});

describe('check 1, data.underlying.fresh', () => {
  it.each([
    [29, 'Pass'],
    [30, 'Pass'],
    [31, 'Unknown'],
    [-1, 'Unknown'],
  ])('%s s old: %s', (age, expected) => {
    const verdict = ask('data.underlying.fresh', { underlyings: [{ ...underlying, at: ago(age) }] });
    expect(tag(verdict)).toBe(expected);
  });

  it('says how much younger than the limit the price is', () => {
    const verdict = ask('data.underlying.fresh', { underlyings: [{ ...underlying, at: ago(20) }] });
    expect(verdict).toMatchObject({ finding: { observed: 20, limit: 30, distance: 10, unit: 'seconds' } });
  });
});

describe('check 2, data.underlying.sane', () => {
  it.each([
    [3_999, 'Fail'],
    [4_000, 'Pass'],
    [6_000, 'Pass'],
    [6_001, 'Fail'],
    [0, 'Fail'],
    [-1, 'Fail'],
    [Number.NaN, 'Unknown'],
  ])('%s after a close of 5,000: %s', (value, expected) => {
    const underlyings = [{ ...underlying, value, previousClose: 5_000 }];
    expect(tag(ask('data.underlying.sane', { underlyings }))).toBe(expected);
  });
});

describe('a price of 0', () => {
  it('fails as no price, not as a long way from the previous close', () => {
    const verdict = ask('data.underlying.sane', { underlyings: [{ ...underlying, value: 0 }] });
    expect(verdict).toMatchObject({
      _tag: 'Fail',
      finding: { comparison: 'above', limit: 0, unit: 'points' },
    });
  });
});

describe('checks 3 and 4, data.vix.present and data.vix.fresh', () => {
  it.each([
    [4.99, 'Fail'],
    [5, 'Pass'],
    [150, 'Pass'],
    [150.01, 'Fail'],
    [Number.NaN, 'Unknown'],
  ])('VIX at %s: %s', (value, expected) => {
    expect(tag(ask('data.vix.present', { vix: { ...snapshot.vix!, value } }))).toBe(expected);
  });

  it.each([
    [300, 'Pass'],
    [301, 'Unknown'],
    [-1, 'Unknown'],
  ])('VIX %s s old: %s', (age, expected) => {
    expect(tag(ask('data.vix.fresh', { vix: { ...snapshot.vix!, at: ago(age) } }))).toBe(expected);
  });

  it('passes on the close of the session before when that is all there is', () => {
    const coarse = { value: 22.5, interval: 86_400, coarse: true };
    const thursday = { date: addDays(now.date, -1), second: 57_600 };
    const wednesday = { date: addDays(now.date, -2), second: 57_600 };
    expect(tag(ask('data.vix.fresh', { vix: { ...coarse, at: thursday } }))).toBe('Pass');
    expect(tag(ask('data.vix.fresh', { vix: { ...coarse, at: wednesday } }))).toBe('Unknown');
  });
});

describe('checks 5 and 6, data.chain.fresh and data.chain.complete', () => {
  it.each([
    [60, 'Pass'],
    [61, 'Unknown'],
    [-1, 'Unknown'],
  ])('a chain %s s old: %s', (age, expected) => {
    expect(tag(ask('data.chain.fresh', { chains: [slice(30, { at: ago(age) })] }))).toBe(expected);
  });

  const complete = (count: number, asked: Watch, expiry = now.date): Verdict => {
    const chains = [slice(count, { expiry })];
    return ask('data.chain.complete', { chains }, { asked, slice: { ...need.slice, expiry } });
  };

  it.each([
    [19, 'Fail'],
    [20, 'Pass'],
  ])('%s quotes on the day of expiry: %s', (count, expected) => {
    expect(tag(complete(count, band))).toBe(expected);
  });

  it.each([
    [0, 'Fail'],
    [9, 'Fail'],
    [10, 'Pass'],
  ])('%s quotes of a later expiry: %s', (count, expected) => {
    expect(tag(complete(count, band, addDays(now.date, 7)))).toBe(expected);
  });

  it.each([
    // Ten points of puts hold two strikes five apart.
    [-10, 1, 'Fail'],
    [-10, 2, 'Pass'],
    [-45, 8, 'Fail'],
    [-45, 9, 'Pass'],
    // Wider bands are asked for no more than the ten.
    [-500, 10, 'Pass'],
    // A band of no width still needs a quote.
    [0, 0, 'Fail'],
    [0, 1, 'Pass'],
  ])('a band from %s points below the money with %s puts: %s', (offset, count, expected) => {
    const strikes = { from: { ratio: 0.9, offset }, to: { ratio: 0.9, offset: 0 } };
    const asked: Watch = { ...band, rights: ['put'], strikes };
    expect(tag(complete(count, asked, addDays(now.date, 112)))).toBe(expected);
  });

  it('needs every contract that was asked for by name, and no more', () => {
    const named = (strikes: ReadonlyArray<number>): Watch => ({
      _tag: 'Contracts',
      contracts: strikes.map((strike) => contract(strike)),
    });
    expect(tag(complete(3, named([5_500, 5_510])))).toBe('Pass');
    expect(tag(complete(3, named([5_500, 5_500])))).toBe('Pass');
    const verdict = complete(3, named([5_500, 5_515]));
    expect(verdict).toMatchObject({ _tag: 'Fail', finding: { observed: 1, limit: 2, unit: 'quotes' } });
    expect(tag(complete(3, named([])))).toBe('Unknown');
  });

  it.each([
    [4, 'Pass'],
    [5, 'Fail'],
  ])('%s crossed quotes of 20: %s, four fifths must be valid', (crossed, expected) => {
    const quotes = slice(20).quotes.map((each, index) => (index < crossed ? { ...each, bid: 9 } : each));
    expect(tag(ask('data.chain.complete', { chains: [slice(0, { quotes })] }))).toBe(expected);
  });

  it('is Unknown on an underlying nobody knows', () => {
    const chains = [slice(30, { underlyingPrice: Number.NaN })];
    expect(tag(ask('data.chain.complete', { chains }))).toBe('Unknown');
  });
});

const withQuote = (changes: Partial<OptionQuote>, strike = 5_550): Partial<MarketSnapshot> => ({
  chains: [
    slice(0, {
      quotes: slice(30).quotes.map((each) =>
        each.contract.strike === strike ? quote(strike, changes) : each,
      ),
    }),
  ],
});

describe('check 7, data.legs.quotes', () => {
  it.each([
    ['a short leg with a bid', 5_550, { bid: 0.05 }, 'Pass'],
    ['a short leg bid 0', 5_550, { bid: 0 }, 'Fail'],
    ['a short leg without a bid', 5_550, { bid: null }, 'Fail'],
    ['a long leg without a bid', 5_520, { bid: null }, 'Pass'],
    ['a leg without an ask', 5_520, { ask: null }, 'Unknown'],
    ['a leg offered at 0', 5_520, { bid: 0, ask: 0 }, 'Unknown'],
    ['a locked market', 5_550, { bid: 4, ask: 4 }, 'Pass'],
    ['a crossed market', 5_550, { bid: 4.3, ask: 4.25 }, 'Unknown'],
    ['a quote 45 s old', 5_550, { at: ago(45) }, 'Pass'],
    ['a quote 46 s old', 5_550, { at: ago(46) }, 'Unknown'],
    ['a crossed quote of no leg', 5_600, { bid: 9 }, 'Pass'],
  ])('%s at %s', (_, strike, changes, expected) => {
    expect(tag(ask('data.legs.quotes', withQuote(changes, strike)))).toBe(expected);
  });

  it('names every leg that is missing, and is Unknown without legs', () => {
    const verdict = ask('data.legs.quotes', { chains: [slice(1)] });
    expect(verdict).toMatchObject({
      missing: [{ fact: 'quote of ES 2025-03-14 P 5520' }, { fact: 'quote of ES 2025-03-14 P 5550' }],
    });
    expect(tag(ask('data.legs.quotes', {}, { legs: [] }))).toBe('Unknown');
    expect(tag(ask('data.legs.greeks', {}, { legs: [] }))).toBe('Unknown');
  });
});

describe('check 9, data.legs.greeks', () => {
  it.each([
    [{ impliedVolatility: 0 }, 'Fail'],
    [{ impliedVolatility: 0.001 }, 'Pass'],
    [{ impliedVolatility: 5 }, 'Pass'],
    [{ impliedVolatility: 5.001 }, 'Fail'],
    [{ impliedVolatility: -0.2 }, 'Fail'],
    [{ impliedVolatility: null }, 'Unknown'],
    [{ impliedVolatility: Number.NaN }, 'Unknown'],
    [{ at: ago(180) }, 'Pass'],
    [{ at: ago(181) }, 'Unknown'],
  ])('a leg with %j: %s', (changes, expected) => {
    expect(tag(ask('data.legs.greeks', withQuote(changes)))).toBe(expected);
  });
});

describe('every data check', () => {
  const age = fc.integer({ min: -10, max: 400 });
  const number = fc.oneof(fc.double({ min: -10, max: 200, noNaN: true }), fc.constant(Number.NaN));
  const market = fc.record({
    underlyingAge: age,
    vixAge: age,
    chainAge: age,
    quoteAge: age,
    value: fc.oneof(fc.double({ min: 4_000, max: 7_000, noNaN: true }), number),
    vix: number,
    bid: fc.option(number),
    ask: fc.option(number),
    volatility: fc.option(number),
  });
  type Case = typeof market extends fc.Arbitrary<infer A> ? A : never;

  const answers = (each: Case): ReadonlyArray<Verdict> => {
    const quotes = slice(30).quotes.map((every) => ({
      ...every,
      at: ago(each.quoteAge),
      bid: each.bid,
      ask: each.ask,
      impliedVolatility: each.volatility,
    }));
    const seen: MarketSnapshot = {
      at: now,
      underlyings: [{ ...underlying, at: ago(each.underlyingAge), value: each.value }],
      vix: { value: each.vix, at: ago(each.vixAge), interval: 0, coarse: false },
      chains: [slice(0, { quotes, at: ago(each.chainAge) })],
    };
    return askAll(dataRules, dataFacts(seen, need), limits).map(({ verdict }) => verdict);
  };

  it('is Unknown exactly when something it needs is missing, too old or broken', () => {
    const fresh = (seconds: number, limit: number): boolean => seconds >= 0 && seconds <= limit;
    const isBad = (side: number | null): boolean => side !== null && !Number.isFinite(side);
    fc.assert(
      fc.property(market, (each) => {
        const { ask: offer } = each;
        const bid = each.bid ?? 0;
        const sound = offer !== null && !isBad(offer) && !isBad(bid) && offer > 0 && bid >= 0 && bid <= offer;
        const known = [
          fresh(each.underlyingAge, 30),
          !Number.isNaN(each.value),
          !Number.isNaN(each.vix),
          fresh(each.vixAge, 300),
          fresh(each.chainAge, 60),
          true,
          fresh(each.quoteAge, 45) && sound,
          fresh(each.quoteAge, 180) && each.volatility !== null && !isBad(each.volatility),
        ];
        expect(answers(each).map((verdict) => verdict._tag !== 'Unknown')).toEqual(known);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never passes what it refused when the data get older', () => {
    fc.assert(
      fc.property(market, fc.nat(600), (each, more) => {
        fc.pre(Math.min(each.underlyingAge, each.vixAge, each.chainAge, each.quoteAge) >= 0);
        const older = answers({
          ...each,
          underlyingAge: each.underlyingAge + more,
          vixAge: each.vixAge + more,
          chainAge: each.chainAge + more,
          quoteAge: each.quoteAge + more,
        });
        const passed = answers(each).map(tag);
        return older.every((verdict, index) => verdict._tag !== 'Pass' || passed[index] === 'Pass');
      }),
      { numRuns: 1_000 },
    );
  });

  it('passes a missing fact on as it came', () => {
    const facts = { ...dataFacts(snapshot, need), vix: missing('VIX', 'stale', 'by someone else') };
    expect(verdictIn(facts, 'data.vix.fresh')).toEqual({
      _tag: 'Unknown',
      missing: [{ fact: 'VIX', reason: 'stale', detail: 'by someone else' }],
    });
  });
});

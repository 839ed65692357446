import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findSlice,
  readQuote,
  readUnderlying,
  readVix,
  type MarketSnapshot,
  type OptionQuote,
  type Reading,
  type Stamped,
  type UnderlyingQuote,
} from '../../../../core/index.js';
import {
  ago,
  at,
  contract,
  limits,
  now,
  on,
  quote,
  shown,
  slice,
  snapshot,
  underlying,
} from '../fixtures.js';

const detail = (reading: Reading<unknown>): string => (isLeft(reading) ? reading.left.detail : '');

const vixOf = (changes: Partial<Stamped>, seenAt = now): Reading<number> =>
  readVix(
    { ...snapshot, at: seenAt, vix: { value: 22.5, at: now, interval: 0, coarse: false, ...changes } },
    limits,
  );

describe('reading VIX', () => {
  it.each([
    [299, 0],
    [300, 0],
    // An hourly series in replay: 65 minutes.
    [3_899, 3_600],
    [3_900, 3_600],
  ])('takes a value %s s old of a series every %s s', (age, interval) => {
    expect(shown(vixOf({ at: ago(age), interval }))).toBe(22.5);
  });

  it.each([
    [301, 0, '301 s old, at most 300 s'],
    [3_901, 3_600, '3901 s old, at most 3900 s'],
  ])('calls %s s of a series every %s s stale and names age and limit', (age, interval, said) => {
    const reading = vixOf({ at: ago(age), interval });
    expect(shown(reading)).toBe('stale');
    expect(detail(reading)).toBe(said);
  });

  it('does not read what is not there, not a number or from the future', () => {
    expect(shown(readVix({ ...snapshot, vix: null }, limits))).toBe('absent');
    expect(shown(vixOf({ value: Number.NaN }))).toBe('non-finite');
    expect(shown(vixOf({ at: ago(-1) }))).toBe('out-of-session');
    expect(shown(vixOf({ interval: Number.POSITIVE_INFINITY }))).toBe('non-finite');
    expect(shown(vixOf({ at: { date: now.date, second: Number.NaN } }))).toBe('non-finite');
  });

  it.each([
    [4.99, 'absent'],
    [5, 5],
    [150, 150],
    [150.01, 'absent'],
    [Number.POSITIVE_INFINITY, 'non-finite'],
  ])('of %s reads %s: from 5 to 150 it is VIX', (value, expected) => {
    expect(shown(vixOf({ value }))).toBe(expected);
  });

  it.each([
    ["the day's open", '2025-03-17 09:30', '2025-03-17 15:59', 22.5],
    ['the close of Friday on Monday', '2025-03-14 16:00', '2025-03-17 10:30', 22.5],
    ['the close of Friday on Tuesday', '2025-03-14 16:00', '2025-03-18 09:30', 'stale'],
    // Thursday 3 July closed early, Friday was a holiday.
    ['a close before a long weekend', '2025-07-03 13:00', '2025-07-07 10:30', 22.5],
    ['a close not yet made', '2025-03-17 16:00', '2025-03-17 10:30', 'out-of-session'],
  ])('lets %s stand in for an intraday value: %s at %s', (_, known, seen, expected) => {
    expect(shown(vixOf({ at: at(known), coarse: true, interval: 86_400 }, at(seen)))).toBe(expected);
  });
});

const priceOf = (changes: Partial<UnderlyingQuote>): Reading<number> =>
  readUnderlying({ ...snapshot, underlyings: [{ ...underlying, ...changes }] }, 'ES', limits);

describe('reading an underlying', () => {
  it.each([
    [30, 0, 5_600],
    [31, 0, 'stale'],
    [330, 300, 5_600],
    [331, 300, 'stale'],
    [-1, 300, 'out-of-session'],
  ])('%s s old of a series every %s s: %s', (age, interval, expected) => {
    expect(shown(priceOf({ at: ago(age), interval }))).toBe(expected);
  });

  it.each([
    [3_999, 'absent'],
    [4_000, 4_000],
    [6_000, 6_000],
    [6_001, 'absent'],
    [0, 'absent'],
    [-5_000, 'absent'],
    [Number.NaN, 'non-finite'],
    [Number.POSITIVE_INFINITY, 'non-finite'],
  ])('of %s after a close of 5,000 reads %s: within a fifth of it, both ends included', (value, expected) => {
    expect(shown(priceOf({ value, previousClose: 5_000 }))).toBe(expected);
  });

  it('needs a previous close to compare with', () => {
    expect(shown(priceOf({ previousClose: 0 }))).toBe('absent');
    expect(shown(priceOf({ previousClose: Number.NaN }))).toBe('non-finite');
  });

  it('of 0 is no price, however far a derived rule set lets it move', () => {
    const worthless = { ...snapshot, underlyings: [{ ...underlying, value: 0 }] };
    expect(shown(readUnderlying(worthless, 'ES', { ...limits, 'underlying.move': 1 }))).toBe('absent');
  });

  it('gives a daily value no longer life: only VIX may be coarse', () => {
    expect(shown(priceOf({ at: ago(3_600), coarse: true }))).toBe('stale');
  });

  it('is of the root asked for', () => {
    expect(shown(readUnderlying(snapshot, 'SPY', limits))).toBe('absent');
  });
});

const sliceOf = (chains: MarketSnapshot['chains'], settles?: 'am' | 'pm'): Reading<unknown> =>
  findSlice({ ...snapshot, chains }, 'ES', now.date, limits, settles);

describe('finding a chain', () => {
  it.each([
    [60, true],
    [61, false],
    [-1, false],
  ])('%s s old: usable %s', (age, usable) => {
    expect(isRight(sliceOf([slice(30, { at: ago(age) })]))).toBe(usable);
  });

  it('is the PM-settled one unless the other is asked for', () => {
    const morning = slice(30, { settles: 'am' });
    expect(shown(sliceOf([morning]))).toBe('absent');
    expect(shown(sliceOf([morning], 'am'))).toBe(morning);
    expect(shown(sliceOf([morning, slice(20)]))).toEqual(slice(20));
  });

  it('is of the expiry and root asked for', () => {
    expect(shown(findSlice(snapshot, 'ES', on('2025-03-17'), limits))).toBe('absent');
    expect(shown(findSlice(snapshot, 'MES', now.date, limits))).toBe('absent');
  });

  it('needs numbers it can be priced with', () => {
    expect(shown(sliceOf([slice(30, { rate: Number.NaN })]))).toBe('non-finite');
    expect(shown(sliceOf([slice(30, { underlyingPrice: 0 })]))).toBe('absent');
  });
});

const quoteOf = (changes: Partial<OptionQuote>): Reading<OptionQuote> =>
  readQuote(slice(0, { quotes: [quote(5_500, changes)] }), contract(5_500), now, limits);

describe('reading a quote', () => {
  it.each([
    [4, 4.25, 'Right'],
    [4, 4, 'Right'],
    [0, 0.05, 'Right'],
    [null, 0.05, 'Right'],
    [4.05, 4, 'crossed'],
    [-0.05, 4, 'crossed'],
    [null, -1, 'crossed'],
    [4, null, 'absent'],
    [0, 0, 'absent'],
    [null, 0, 'absent'],
    [Number.NaN, 4, 'non-finite'],
    [4, Number.POSITIVE_INFINITY, 'non-finite'],
  ])('%s bid, %s asked: %s', (bid, ask, expected) => {
    const reading = quoteOf({ bid, ask });
    expect(isRight(reading) ? 'Right' : reading.left.reason).toBe(expected);
  });

  it.each([
    [45, true],
    [46, false],
  ])('%s s old: usable %s', (age, usable) => {
    expect(isRight(quoteOf({ at: ago(age) }))).toBe(usable);
  });

  it('names the contract that is not in the chain', () => {
    const reading = readQuote(slice(1), contract(5_500, 'call'), now, limits);
    expect(isLeft(reading) && reading.left).toEqual({
      fact: 'quote of ES 2025-03-14 C 5500',
      reason: 'absent',
      detail: 'not in the chain',
    });
  });

  it('never reads a quote that is crossed, without an ask or not a number', () => {
    const side = fc.option(fc.double());
    fc.assert(
      fc.property(side, side, (bid, ask) => {
        const reading = quoteOf({ bid, ask });
        if (isLeft(reading)) return true;
        return ask !== null && ask > 0 && Number.isFinite(ask) && (bid === null || (bid >= 0 && bid <= ask));
      }),
      { numRuns: 1_000 },
    );
  });
});

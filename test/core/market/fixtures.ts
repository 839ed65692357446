import { isRight } from 'fp-ts/lib/Either.js';
import {
  limitsOf,
  seedRules,
  type CalendarDate,
  type ChainSlice,
  type ExchangeTime,
  type Limits,
  type MarketSnapshot,
  type OptionContract,
  type OptionQuote,
  type Reading,
  type UnderlyingQuote,
  type Verdict,
} from '../../../core/index.js';

/** Invented prices around a real Friday: 2025-03-14, an ES 0DTE day of the seed rule set. */
export const limits: Limits = limitsOf(seedRules);

export const on = (text: string): CalendarDate => text as CalendarDate;

/** `at('2025-03-14 10:30')`, seconds optional. */
export const at = (text: string): ExchangeTime => {
  const [date = '', time = ''] = text.split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return { date: on(date), second: hours * 3_600 + minutes * 60 + seconds };
};

export const now = at('2025-03-14 10:30');

/** `now`, so many seconds ago (negative: later). */
export const ago = (seconds: number): ExchangeTime => ({ date: now.date, second: now.second - seconds });

export const underlying: UnderlyingQuote = {
  root: 'ES',
  value: 5_600,
  at: now,
  interval: 0,
  coarse: false,
  provenance: 'modelled',
  previousClose: 5_530,
};

export const contract = (strike: number, right: OptionContract['right'] = 'put'): OptionContract => ({
  root: 'ES',
  expiry: now.date,
  right,
  strike,
  settles: 'pm',
});

export const quote = (strike: number, changes: Partial<OptionQuote> = {}): OptionQuote => ({
  contract: contract(strike),
  at: now,
  bid: 4,
  ask: 4.25,
  impliedVolatility: 0.24,
  volume: null,
  openInterest: null,
  ...changes,
});

/** Puts every five points from 5,500. */
export const slice = (count: number, changes: Partial<ChainSlice> = {}): ChainSlice => ({
  root: 'ES',
  expiry: now.date,
  settles: 'pm',
  provenance: 'modelled',
  at: now,
  underlyingPrice: 5_600,
  future: 'ESH5',
  years: 0.0006,
  rate: 0.042,
  dividendYield: 0,
  quotes: Array.from({ length: count }, (_, index) => quote(5_500 + 5 * index)),
  ...changes,
});

export const snapshot: MarketSnapshot = {
  at: now,
  underlyings: [underlying],
  vix: { value: 22.5, at: now, interval: 0, coarse: false },
  chains: [slice(30)],
};

/** The number, or the reason why there is none. */
export const shown = <A>(reading: Reading<A>): A | string =>
  isRight(reading) ? reading.right : reading.left.reason;

export const tag = (verdict: Verdict): string => verdict._tag;

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  clock,
  type CalendarDate,
  type ChainSlice,
  type MarketHistory,
  type OptionRight,
  type Root,
} from '../../../core/index.js';
import { createModelChain, type ModelMarket } from '../../../adapters/market-data/index.js';
import { pricing } from '../../../pricing-wasm/index.js';

/** A recorded quote; 0 where nobody bid. */
export interface RealQuote {
  readonly session: CalendarDate;
  readonly time: string;
  readonly root: string;
  readonly underlying: number;
  readonly expiry: CalendarDate;
  readonly strike: number;
  readonly right: OptionRight;
  readonly bid: number;
  readonly ask: number;
}

const folder = new URL('../../fixtures/option-chains/', import.meta.url);

const recorded = JSON.parse(readFileSync(new URL('history.json', folder), 'utf8')) as Pick<
  MarketHistory,
  'indexDaily' | 'vixDaily' | 'volatility' | 'rates' | 'shares'
> & { readonly markets: ReadonlyArray<{ session: CalendarDate; time: string; vix: number }> };

export const history: MarketHistory = {
  indexDaily: recorded.indexDaily,
  vixDaily: recorded.vixDaily,
  volatility: recorded.volatility,
  rates: recorded.rates,
  shares: recorded.shares,
  indexIntraday: [],
  vixIntraday: [],
  macroEvents: [],
  coverage: [],
};

export const realQuotes: ReadonlyArray<RealQuote> = gunzipSync(readFileSync(new URL('quotes.csv.gz', folder)))
  .toString()
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [session, time, root, underlying, expiry, strike, right, bid, ask] = line.split(',');
    return {
      session: session as CalendarDate,
      time: time!,
      root: root!,
      underlying: Number(underlying),
      expiry: expiry as CalendarDate,
      strike: Number(strike),
      right: right === 'C' ? 'call' : 'put',
      bid: Number(bid),
      ask: Number(ask),
    };
  });

export const vixAt = (session: string, time: string): number =>
  recorded.markets.find((market) => market.session === session && market.time === time)!.vix;

export const date = (text: string): CalendarDate => text as CalendarDate;

export const model = createModelChain({ history, pricing });

/** A moment for tests that need no particular one. */
export const market = (
  day: string,
  time: readonly [number, number],
  indexLevel: number,
  vix: number,
): ModelMarket => ({
  at: { date: date(day), second: clock(time[0], time[1]) },
  indexLevel,
  vix,
});

/** Every listed strike between two ratios of the underlying, both rights. */
export const band = (
  root: Root,
  from: string,
  to: string,
  low: number,
  high: number,
  rights: ReadonlyArray<OptionRight> = ['call', 'put'],
) =>
  ({
    _tag: 'Band',
    root,
    expiries: { from: date(from), to: date(to) },
    rights,
    strikes: { from: { ratio: low, offset: 0 }, to: { ratio: high, offset: 0 } },
  }) as const;

/** The model's own prices of a slice's quotes, from its volatilities, years and forward, before any rounding. */
export const pricesOf = (slice: ChainSlice): ReadonlyArray<number> => {
  const rows = slice.quotes.length;
  const constant = (value: number): Float64Array => new Float64Array(rows).fill(value);
  const priced = pricing.blackScholesMerton({
    right: Uint8Array.from(slice.quotes, ({ contract }) => (contract.right === 'call' ? 0 : 1)),
    underlying: constant(slice.underlyingPrice),
    strike: Float64Array.from(slice.quotes, ({ contract }) => contract.strike),
    years: constant(slice.years),
    rate: constant(slice.rate),
    dividendYield: constant(slice.dividendYield),
    volatility: Float64Array.from(slice.quotes, ({ impliedVolatility }) => impliedVolatility ?? NaN),
  });
  if (priced._tag === 'Left') throw new Error(priced.left._tag);
  return [...priced.right.price];
};

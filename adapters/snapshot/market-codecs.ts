import * as t from 'io-ts/lib/index.js';
import {
  calendarDate,
  exchangeTime,
  instruments,
  type ChainSlice,
  type MarketSnapshot,
  type OptionContract,
  type OptionQuote,
  type Root,
  type Stamped,
  type UnderlyingQuote,
} from '../../core/index.js';
import { above0, list, number, oneOf, orNull, record, type Reads } from './codecs.js';

export const root: Reads<Root> = oneOf(...(Object.keys(instruments) as ReadonlyArray<Root>));

const settles = oneOf('am', 'pm');
const provenance = oneOf('observed', 'modelled');

export const contract: Reads<OptionContract> = record({
  root,
  expiry: calendarDate,
  right: oneOf('call', 'put'),
  strike: above0,
  settles,
});

const stamp = { value: number, at: exchangeTime, interval: number, coarse: t.boolean };

const vix: Reads<Stamped> = record(stamp);

const underlying: Reads<UnderlyingQuote> = record({ root, ...stamp, provenance, previousClose: number });

const quote: Reads<OptionQuote> = record({
  contract,
  at: exchangeTime,
  bid: orNull(number),
  ask: orNull(number),
  impliedVolatility: orNull(number),
  volume: orNull(number),
  openInterest: orNull(number),
});

const slice: Reads<ChainSlice> = record({
  root,
  expiry: calendarDate,
  settles,
  provenance,
  at: exchangeTime,
  underlyingPrice: number,
  future: orNull(t.string),
  years: number,
  rate: number,
  dividendYield: number,
  quotes: list(quote),
});

/** What is known of the market at the snapshot's moment. */
export type MarketParts = Omit<MarketSnapshot, 'at'>;

export const market: Reads<MarketParts> = record({
  underlyings: list(underlying),
  vix: orNull(vix),
  chains: list(slice),
});

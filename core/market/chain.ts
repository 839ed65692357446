import type { CalendarDate, ExchangeTime } from '../units/index.js';
import type { OptionContract, OptionRight, Root } from './instrument.js';

/** Where a number comes from: an exchange's quote, or our model of one. Shown in every output. */
export type Provenance = 'observed' | 'modelled';

/**
 * A two-sided market in one option, in price points. A side nobody quotes is `null`, never 0. Volume, open
 * interest and implied volatility are `null` where the source does not supply them.
 */
export interface OptionQuote {
  readonly contract: OptionContract;
  readonly at: ExchangeTime;
  readonly bid: number | null;
  readonly ask: number | null;
  /** Per year, per 1.00, on the clock of the expiry's `years`. */
  readonly impliedVolatility: number | null;
  readonly volume: number | null;
  readonly openInterest: number | null;
}

/** The quotes of one expiry that somebody asked to see. */
export interface ChainSlice {
  readonly root: Root;
  readonly expiry: CalendarDate;
  readonly settles: 'am' | 'pm';
  readonly provenance: Provenance;
  readonly at: ExchangeTime;
  /** The price the options are written on: the index, the shares, or the future named in `future`. */
  readonly underlyingPrice: number;
  /** The futures contract delivered, such as `ESH5`; null for index and share options. */
  readonly future: string | null;
  /** Years to expiry on the clock the volatilities are quoted on (trading time on the last day, §5.8). */
  readonly years: number;
  /** Continuously compounded, per year. */
  readonly rate: number;
  readonly dividendYield: number;
  /** By strike, then call before put. */
  readonly quotes: ReadonlyArray<OptionQuote>;
}

/** A strike as a function of the spot at the moment of pricing: `ratio × spot + offset`. */
export interface StrikeBound {
  readonly ratio: number;
  readonly offset: number;
}

/**
 * What the engine wants to see next. Adapters price or fetch only this: every listed strike of the band in
 * every listed expiry of the range, or exactly the contracts named.
 */
export type Watch =
  | {
      readonly _tag: 'Band';
      readonly root: Root;
      readonly expiries: { readonly from: CalendarDate; readonly to: CalendarDate };
      readonly rights: ReadonlyArray<OptionRight>;
      readonly strikes: { readonly from: StrikeBound; readonly to: StrikeBound };
    }
  | { readonly _tag: 'Contracts'; readonly contracts: ReadonlyArray<OptionContract> };

import type { ExchangeTime } from '../units/index.js';
import type { ChainSlice, Provenance } from './chain.js';
import type { Root } from './instrument.js';

/**
 * A number read at some moment. `interval` is the native spacing of its series in seconds (0 for a live
 * feed): the age a reading may have is this plus the live limit (§5.2). `coarse` marks a daily value that
 * stands in for an intraday one.
 */
export interface Stamped {
  readonly value: number;
  readonly at: ExchangeTime;
  readonly interval: number;
  readonly coarse: boolean;
}

/** The market in one underlying, in price points. */
export interface UnderlyingQuote extends Stamped {
  readonly root: Root;
  readonly provenance: Provenance;
  readonly previousClose: number;
}

/**
 * Everything one step sees of the market. What a source does not have is left out (`vix: null`, no entry in
 * `underlyings`, no slice in `chains`), never defaulted.
 */
export interface MarketSnapshot {
  readonly at: ExchangeTime;
  readonly underlyings: ReadonlyArray<UnderlyingQuote>;
  readonly vix: Stamped | null;
  readonly chains: ReadonlyArray<ChainSlice>;
}

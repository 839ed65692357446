import { chain } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { known, missing, type Reading } from '../../rule/index.js';
import type { ExchangeTime } from '../../units/index.js';
import type { ChainSlice, OptionQuote, Watch } from '../chain.js';
import type { OptionContract, Root } from '../instrument.js';
import type { MarketSnapshot, Stamped, UnderlyingQuote } from '../snapshot.js';
import { listedSlice, type SliceKey } from './chain-readings.js';
import { listedQuote } from './option-quotes.js';
import { listedUnderlying } from './readings.js';

export interface UnderlyingFacts {
  readonly at: ExchangeTime;
  readonly underlying: Reading<UnderlyingQuote>;
}

export interface VixFacts {
  readonly at: ExchangeTime;
  readonly vix: Reading<Stamped>;
}

export interface ChainFacts {
  readonly at: ExchangeTime;
  readonly chain: Reading<ChainSlice>;
  /** What the engine had asked to see: a chain is complete when it answers that. */
  readonly asked: Watch;
}

/** One leg of a proposal and its market. */
export interface LegQuote {
  readonly contract: OptionContract;
  readonly short: boolean;
  readonly quote: Reading<OptionQuote>;
}

export interface LegFacts {
  readonly at: ExchangeTime;
  readonly legs: ReadonlyArray<LegQuote>;
}

/** All that checks 1–7 and 9 look at: values as the source gave them, so that each check judges its own part. */
export type DataFacts = UnderlyingFacts & VixFacts & ChainFacts & LegFacts;

/** What a proposal needs of the market. A leg's `ratio` is negative when it is sold. */
export interface DataNeed {
  readonly root: Root;
  readonly slice: SliceKey;
  readonly asked: Watch;
  readonly legs: ReadonlyArray<{ readonly contract: OptionContract; readonly ratio: number }>;
}

/** The facts of a proposal, cut from the snapshot. */
export const dataFacts = (snapshot: MarketSnapshot, need: DataNeed): DataFacts => ({
  at: snapshot.at,
  underlying: listedUnderlying(snapshot, need.root),
  vix: snapshot.vix === null ? missing('VIX', 'absent', 'the source has none') : known(snapshot.vix),
  chain: listedSlice(snapshot, need.slice),
  asked: need.asked,
  legs: need.legs.map(({ contract, ratio }) => ({
    contract,
    short: ratio < 0,
    quote: pipe(
      listedSlice(snapshot, contract),
      chain((slice) => listedQuote(slice, contract)),
    ),
  })),
});

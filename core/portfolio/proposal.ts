import type { Root } from '../market/index.js';
import type { Cents, CalendarDate, ExchangeTime } from '../units/index.js';
import type { ComboQuote } from './combo.js';
import type { Greeks } from './greeks.js';
import type { Leg, Structure } from './leg.js';
import type { StrategyId } from './strategy-id.js';

/** A structure a strategy would like to open: one unit of it, not yet sized. */
export interface Proposal {
  readonly strategy: StrategyId;
  readonly root: Root;
  readonly structure: Structure;
  readonly at: ExchangeTime;
  readonly expiry: CalendarDate;
  readonly legs: ReadonlyArray<Leg>;
  /** Price of the underlying the strikes were chosen on. */
  readonly underlyingPrice: number;
  readonly market: ComboQuote;
  /** The least credit its order may end at, in points: the strategy's minimum, or what pays the fees. */
  readonly minimumCredit: number;
  /** The widest wing, in points. */
  readonly width: number;
  /** Defined maximum loss of one unit at the last credit of the ladder when it was proposed, before fees. */
  readonly maximumLoss: Cents;
  /** Buying power one unit takes: the broker's number, or in replay the model of it. */
  readonly requirement: Cents;
  /** Fees to open one unit, and to open and close it. */
  readonly openingFees: Cents;
  readonly roundTripFees: Cents;
  /** Of one unit. */
  readonly greeks: Greeks;
}

import type { Reading } from '../rule/index.js';
import type { Cents, ExchangeTime } from '../units/index.js';
import type { BreakerReset } from './breaker-events.js';
import type { PositionClose } from './consecutive-losses.js';
import type { PortfolioCorrelation } from './correlation.js';
import type { VixPrint } from './volatility-panic.js';

export interface RiskSessionOpened {
  readonly _tag: 'SessionOpened';
  readonly at: ExchangeTime;
}

/** The account marked on valid quotes, with what recovery and the other breakers read at that moment. */
export interface EquitySampled {
  readonly _tag: 'EquitySampled';
  readonly at: ExchangeTime;
  readonly equity: Cents;
  readonly buyingPowerInUse: Cents;
  readonly shortPremiumOpen: boolean;
  readonly vix: Reading<number>;
  readonly correlation: PortfolioCorrelation;
}

export interface VixPrinted extends VixPrint {
  readonly _tag: 'VixPrinted';
}

/** The official close of a session, whenever it becomes known; `at` is the time it was struck. */
export interface VixClosed extends VixPrint {
  readonly _tag: 'VixClosed';
}

/** Whole positions closed in one step, of the strategies whose losses count (D§5.3). */
export interface PositionsClosed {
  readonly _tag: 'PositionsClosed';
  readonly at: ExchangeTime;
  readonly closes: ReadonlyArray<PositionClose>;
}

export interface RiskSessionClosed {
  readonly _tag: 'SessionClosed';
  readonly at: ExchangeTime;
  readonly equity: Cents;
  readonly shortPremiumOpen: boolean;
}

/** An operator re-bases the working peak to current equity; the scripted one of replays never does. */
export interface OperatorRebased {
  readonly _tag: 'OperatorRebased';
  readonly at: ExchangeTime;
  readonly equity: Cents;
}

/** A deposit, or a withdrawal when negative, before the next sample includes it. */
export interface CashMoved {
  readonly _tag: 'CashMoved';
  readonly at: ExchangeTime;
  readonly amount: Cents;
}

/** What the protections fold over. `OperatorReset` resets the breakers only. */
export type RiskInput =
  | RiskSessionOpened
  | EquitySampled
  | VixPrinted
  | VixClosed
  | PositionsClosed
  | RiskSessionClosed
  | BreakerReset
  | OperatorRebased
  | CashMoved;

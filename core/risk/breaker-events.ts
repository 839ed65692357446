import type { Cents, ExchangeTime } from '../units/index.js';
import type { RecoveryConditions } from './breaker-recovery.js';
import type { TripReason } from './breaker-state.js';

/** A reading at or beyond a trip threshold, with equity at that moment. */
export interface Breached {
  readonly _tag: 'Breached';
  readonly reason: TripReason;
  readonly at: ExchangeTime;
  readonly equity: Cents;
}

/** A second sample confirms the rapid drawdown that flattens and locks. */
export interface Confirmed {
  readonly _tag: 'Confirmed';
  readonly at: ExchangeTime;
  readonly equity: Cents;
}

/** `profit` is against the previous session's closing equity; `openedAt` is when the session began. */
export interface BreakerSessionClosed {
  readonly _tag: 'SessionClosed';
  readonly openedAt: ExchangeTime;
  readonly profit: Cents;
}

export interface RecoveryChecked extends RecoveryConditions {
  readonly _tag: 'RecoveryChecked';
}

export interface BreakerReset extends RecoveryConditions {
  readonly _tag: 'OperatorReset';
}

/** The drawdown's working peak was re-based: the account goes on probation (D§5.5). */
export interface PeakRebased {
  readonly _tag: 'PeakRebased';
  readonly at: ExchangeTime;
}

/** Cash moved, negative when withdrawn. */
export interface Deposited {
  readonly _tag: 'Deposited';
  readonly amount: Cents;
}

export type BreakerEvent =
  Breached | Confirmed | BreakerSessionClosed | RecoveryChecked | BreakerReset | PeakRebased | Deposited;

import type { BrokerStatus } from '../admission/index.js';
import type { DailyBar, DailyClose } from '../market/index.js';
import type { ClosedTrade, PhaseHistory, StrategyId } from '../portfolio/index.js';
import type { BreakerState, Drawdown, EquitySample, ForcedClosing } from '../risk/index.js';
import type { Cents, ExchangeTime } from '../units/index.js';
import type { MacroCalendar } from './event.js';
import type { HeldPosition } from './state.js';

/**
 * What must be known of an account for the engine to decide at one moment of a session, taken while no order
 * is working. Everything else of an `AppState` follows from it. `null` stands for what nobody knows.
 */
export interface StateParts {
  readonly at: ExchangeTime;
  readonly account: AccountParts;
  /** Equity as sampled before `at`, oldest first, as far back as the trailing window. */
  readonly equitySamples: ReadonlyArray<EquitySample>;
  readonly protections: ProtectionParts;
  readonly strategies: Readonly<Record<StrategyId, StrategyParts>>;
  readonly positions: ReadonlyArray<HeldPosition>;
  /** Oldest first: they weigh in the size of what comes next. */
  readonly closedTrades: ReadonlyArray<ClosedTrade>;
  /** Idempotency keys of the orders sent in this session. */
  readonly usedOrderKeys: ReadonlyArray<string>;
  readonly daily: DailyParts;
  readonly macro: MacroCalendar;
  readonly broker: BrokerStatus | null;
  readonly reconciledAt: ExchangeTime | null;
  readonly operator: { readonly halted: boolean; readonly manual: boolean };
}

export interface AccountParts {
  /** Cash with every opening credit in it: equity is cash less what closing everything would cost. */
  readonly cash: Cents;
  /** Equity at the close of the last session before today, before the week's and before the month's first. */
  readonly previousClosingEquity: Cents;
  readonly weekBaselineEquity: Cents;
  readonly monthBaselineEquity: Cents;
  /** In force today. */
  readonly phase: PhaseHistory;
}

export interface ProtectionParts {
  readonly breaker: BreakerState;
  readonly closing: ForcedClosing;
  readonly drawdown: Drawdown;
  readonly lossStreak: number;
  /** Since when a jump of VIX makes today a panic; null when none was seen. */
  readonly panicSince: ExchangeTime | null;
}

export interface StrategyParts {
  /** When it entered in this session; null when it has not. */
  readonly enteredAt: ExchangeTime | null;
  readonly noEdgeSince: ExchangeTime | null;
}

/** Closed sessions before today, ascending. */
export interface DailyParts {
  /** Sessions seen since the beginning, for the warm-up: at least as many as are listed. */
  readonly sessionsSeen: number;
  /** Of the S&P 500 index, in points. */
  readonly bars: ReadonlyArray<DailyBar>;
  /** Official closes, in vol points. */
  readonly vixCloses: ReadonlyArray<DailyClose>;
}

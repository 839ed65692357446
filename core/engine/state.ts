import type { BrokerStatus } from '../admission/index.js';
import type { Session } from '../calendar/index.js';
import type { OrderState } from '../execution/index.js';
import { dailyIndicators, noMemory, type DailyIndicators, type DailyMemory } from '../market/index.js';
import {
  initialPhase,
  type ComboQuote,
  type PhaseHistory,
  type Position,
  type Proposal,
  type StrategyId,
} from '../portfolio/index.js';
import { initialRiskState, type PositionClose, type RiskState } from '../risk/index.js';
import type { Limits } from '../rule-set/index.js';
import { scanning, type ScannerState } from '../strategies/index.js';
import type { Cents, ExchangeTime } from '../units/index.js';
import type { MacroCalendar } from './event.js';
import { openLedger, type Ledger } from './ledger.js';

/** Everything the engine remembers: plain data, a fold of events. */
export interface AppState {
  readonly system: SystemState;
  readonly strategies: Readonly<Record<StrategyId, StrategyState>>;
  readonly positions: ReadonlyArray<HeldPosition>;
  readonly orders: ReadonlyArray<LiveOrder>;
  readonly ledger: Ledger;
}

export interface SystemState {
  /** The session under way; null between sessions. */
  readonly session: Session | null;
  readonly macro: MacroCalendar;
  readonly memory: DailyMemory;
  /** Of the S&P 500, as known when the session opened: computed once a day. */
  readonly indicators: DailyIndicators;
  readonly phase: PhaseHistory;
  /** Since when the account is in phase 0; null when it is not. */
  readonly phaseFloorSince: ExchangeTime | null;
  readonly risk: RiskState;
  readonly halted: boolean;
  readonly manual: boolean;
  /** Closes the protections have not been told of yet: those of one moment count together (D§5.3). */
  readonly untoldCloses: ReadonlyArray<PositionClose>;
  readonly broker: BrokerStatus | null;
  /** Equity at the last moment every position could be marked, and at the previous session's close. */
  readonly equity: Cents;
  readonly previousEquity: Cents;
  /** The last VIX fit to be used, in vol points. */
  readonly vix: number | null;
  /** When the books were last compared with the broker's and agreed. */
  readonly reconciledAt: ExchangeTime | null;
  /** Keys of the orders sent in this session. */
  readonly usedKeys: ReadonlyArray<string>;
}

export interface StrategyState {
  readonly scanner: ScannerState;
  /** Since when the strategy has no edge; only an operator ends that (D§5.7). */
  readonly noEdgeSince: ExchangeTime | null;
}

/** An open position with what is needed to get out of it without a fresh quote. */
export interface HeldPosition {
  readonly position: Position;
  readonly lastQuote: ComboQuote | null;
  /** Since when its stop cannot be evaluated; null while it can. */
  readonly unwatchedSince: ExchangeTime | null;
  /** Closing orders that ended unfilled. */
  readonly failedCloses: number;
}

/** An order that has not ended. `proposal` is what an entry opens; null for a closing order. */
export interface LiveOrder {
  readonly state: OrderState;
  readonly proposal: Proposal | null;
  readonly buyingPower: Cents;
  readonly vix: number;
}

export const initialState = (
  at: ExchangeTime,
  capital: Cents,
  macro: MacroCalendar,
  limits: Limits,
): AppState => ({
  system: {
    session: null,
    macro,
    memory: noMemory,
    indicators: dailyIndicators(noMemory, 'SPX', at.date, limits),
    phase: initialPhase(capital, limits),
    phaseFloorSince: initialPhase(capital, limits).phase === 0 ? at : null,
    risk: initialRiskState(capital),
    halted: false,
    manual: false,
    untoldCloses: [],
    broker: null,
    equity: capital,
    previousEquity: capital,
    vix: null,
    reconciledAt: null,
    usedKeys: [],
  },
  strategies: {
    'friday-0dte': { scanner: scanning, noEdgeSince: null },
    lt112: { scanner: scanning, noEdgeSince: null },
  },
  positions: [],
  orders: [],
  ledger: openLedger(capital),
});

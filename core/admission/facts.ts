import type { Session } from '../calendar/index.js';
import type { FeeFacts, LiquidityFacts, OrderFacts } from '../execution/index.js';
import type { DataFacts } from '../market/index.js';
import type { RiskFacts, SystemModeAnswer } from '../risk/index.js';
import type { Reading } from '../rule/index.js';
import type { RuleSet } from '../rule-set/index.js';
import type { SizingFacts } from '../sizing/index.js';
import type { EntryFacts, ProposalFacts, ScannerState, Strategy } from '../strategies/index.js';
import type { ExchangeTime } from '../units/index.js';

/** The engine's own state, as the system checks see it. */
export interface SystemFacts {
  readonly at: ExchangeTime;
  readonly session: Session | null;
  readonly rules: RuleSet;
  readonly mode: SystemModeAnswer;
  /** Trading sessions seen since the start, against the warm-up. */
  readonly sessions: number;
  readonly manual: boolean;
  readonly scanner: ScannerState;
  readonly noEdgeSince: ExchangeTime | null;
  /** Orders whose fate is not known. */
  readonly unresolvedOrders: number;
  readonly reconciledAt: Reading<ExchangeTime>;
  /** Strategies of higher priority that still wait for an order on the same root. */
  readonly claimants: ReadonlyArray<string>;
}

/** What the broker last said of itself. `ready` sums up account, permissions and rate budget. */
export interface BrokerStatus {
  readonly heartbeatAt: ExchangeTime;
  readonly ready: boolean;
  readonly detail: string;
}

/** Everything the 47 checks look at, one record a room. */
export interface AdmissionFacts {
  readonly strategy: Strategy;
  readonly data: DataFacts;
  readonly liquidity: LiquidityFacts;
  readonly fees: FeeFacts;
  readonly entry: EntryFacts;
  readonly proposal: ProposalFacts;
  readonly system: SystemFacts;
  readonly risk: RiskFacts;
  readonly sizing: SizingFacts;
  readonly broker: Reading<BrokerStatus>;
  readonly order: OrderFacts;
}

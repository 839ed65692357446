import type { Either } from 'fp-ts/lib/Either.js';
import type { Session } from '../calendar/index.js';
import type { Transition } from '../machine/index.js';
import type { ChainSlice, EventClock, MacroFacts, Root, Watch } from '../market/index.js';
import type {
  CreditExitFacts,
  ExitRule,
  ExitReason,
  Leg,
  LifecycleState,
  Phase,
  Priority,
  Proposal,
  StrategyId,
  Structure,
} from '../portfolio/index.js';
import type { Gap, Reading } from '../rule/index.js';
import type { Limits, TradingRule } from '../rule-set/index.js';
import type { CalendarDate, Cents, ExchangeTime } from '../units/index.js';
import type { HoldingEvent } from './holding.js';
import type { ScannerEvent, ScannerState } from './scanner.js';

/** What a strategy may look at before it proposes anything. */
export interface EntryFacts extends MacroFacts {
  readonly session: Session;
  readonly vix: Reading<number>;
  readonly phase: Phase;
  /** The previous session's closing equity, the one that sets the phase (D§5.1). */
  readonly equity: Cents;
  readonly averageTrueRange: Reading<number>;
  readonly fastAverage: Reading<number>;
  readonly slowAverage: Reading<number>;
  /** The strategy's own positions, open and working. */
  readonly ownPositions: number;
}

export interface ProposalFacts {
  readonly proposal: Proposal;
}

export interface ExitFacts extends CreditExitFacts {
  readonly at: ExchangeTime;
  readonly session: Session;
  readonly expiry: CalendarDate;
}

/** A structure with its strikes chosen, before it is priced, sized and checked. */
export interface Draft {
  readonly root: Root;
  readonly structure: Structure;
  readonly legs: ReadonlyArray<Leg>;
  readonly slice: ChainSlice;
  /** In points; 0 where the strategy has no minimum. */
  readonly minimumCredit: number;
  /** The widest wing, in points. */
  readonly width: number;
}

/** Seconds of the New York day between which a strategy looks for an entry, both included. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** A second of the day at which a position is looked at; at some of them it must already be gone. */
export interface Review {
  readonly second: number;
  readonly mustBeFlat: boolean;
}

/**
 * A strategy is a value the engine composes: adding one is one folder and one line in the engine's list.
 * Entry rules pass when entering is allowed; exit rules pass when leaving is due.
 */
export interface Strategy {
  readonly id: StrategyId;
  readonly title: string;
  readonly priority: Priority;
  /** How releases bind its entries: by the minute, by the day, or not at all (D§5.9). */
  readonly eventClock: EventClock;
  /** `timer`: decides once, at the end of its hours. `event`: decides on every market event inside them. */
  readonly decides: 'timer' | 'event';
  /** How long an entry order may work after it was placed at `second`: the second it ends. */
  readonly workUntil: (second: number, limits: Limits) => number;
  /** Null when the strategy does not trade that session. */
  readonly hours: (session: Session, limits: Limits) => Hours | null;
  /** Seconds of the day at which an open position must be looked at, whatever the market does. */
  readonly reviews: (session: Session, limits: Limits) => ReadonlyArray<Review>;
  readonly watch: (facts: EntryFacts, limits: Limits) => ReadonlyArray<Watch>;
  readonly draft: (
    facts: EntryFacts,
    slices: ReadonlyArray<ChainSlice>,
    limits: Limits,
  ) => Either<ReadonlyArray<Gap>, Draft>;
  readonly entry: {
    readonly window: TradingRule<EntryFacts>;
    readonly runway: TradingRule<EntryFacts>;
    readonly events: TradingRule<EntryFacts>;
    readonly vix: TradingRule<EntryFacts>;
    readonly phase: TradingRule<EntryFacts>;
    readonly positions: TradingRule<EntryFacts>;
    readonly marketFilter: TradingRule<EntryFacts>;
  };
  readonly proposal: {
    readonly structure: TradingRule<ProposalFacts>;
    readonly daysToExpiration: TradingRule<ProposalFacts>;
    readonly credit: TradingRule<ProposalFacts>;
  };
  readonly exits: ReadonlyArray<ExitRule<ExitFacts>>;
  readonly scan: (state: ScannerState, event: ScannerEvent) => Transition<ScannerState>;
  readonly opened: (at: ExchangeTime) => LifecycleState;
  readonly hold: (state: LifecycleState, event: HoldingEvent) => Transition<LifecycleState>;
  /** Why a position in this state is being closed; null while it is held. */
  readonly closingFor: (state: LifecycleState) => ExitReason | null;
}

import { fail, pass, stated, type Verdict } from '../rule/index.js';
import { defineRule, type TradingRule } from '../rule-set/index.js';
import { formatTime, type Cents, type ExchangeTime } from '../units/index.js';

/** What trips the breakers ([seed] CIRCUIT_BREAKERS). */
export type TripReason = 'rapid drawdown' | 'correlation' | 'margin' | 'losses';

export interface BreakerArmed {
  readonly _tag: 'Armed';
}

/**
 * One trip, however many breakers it names: the first one's time and equity, every reason since, the time of
 * the last breach, from which the cooldown counts, and when a confirmed flatten locked it.
 */
export interface BreakerTripped {
  readonly _tag: 'Tripped';
  readonly reasons: ReadonlyArray<TripReason>;
  readonly at: ExchangeTime;
  readonly equityAtTrip: Cents;
  readonly lastBreach: ExchangeTime;
  readonly lockedSince: ExchangeTime | null;
}

/** Phase-1 limits and one new position at a time, until enough sessions ended without a loss (D§5.3). */
export interface BreakerProbation {
  readonly _tag: 'Probation';
  readonly since: ExchangeTime;
  readonly sessions: number;
}

export type BreakerState = BreakerArmed | BreakerTripped | BreakerProbation;

/** What every rule that a tripped breaker blocks looks at. */
export interface BreakerFacts {
  readonly breaker: BreakerState;
}

/** Fails while the breakers are tripped for this reason among others, whatever the present reading. */
export const mustNotBeTrippedBy = (reason: TripReason, breaker: BreakerState): Verdict =>
  breaker._tag === 'Tripped' && breaker.reasons.includes(reason)
    ? fail(stated(tripText(breaker), notTripped))
    : pass(stated(breaker._tag, notTripped));

/** For the mode of the system: tripped for any reason. */
export const breakersNotTripped: TradingRule<BreakerFacts> = defineRule({
  id: 'risk.breakersNotTripped',
  statement: 'No circuit breaker is tripped',
  source: '[seed] CIRCUIT_BREAKERS; R§2.2; D§5.3',
  parameters: [],
  check: ({ breaker }: BreakerFacts) =>
    breaker._tag === 'Tripped'
      ? fail(stated(tripText(breaker), notTripped))
      : pass(stated(breaker._tag, notTripped)),
});

const notTripped = 'not tripped';

const tripText = ({ reasons, at, lockedSince }: BreakerTripped): string =>
  `${lockedSince === null ? 'tripped' : 'locked'} by ${reasons.join(', ')} since ${formatTime(at)}`;

import { ignore, move, refuse, type Machine } from '../machine/index.js';
import type { Limits } from '../rule-set/index.js';
import { add, compareTimes, type Cents, type ExchangeTime } from '../units/index.js';
import type { BreakerEvent, BreakerSessionClosed, Confirmed } from './breaker-events.js';
import { mayRecover, type RecoveryConditions } from './breaker-recovery.js';
import type {
  BreakerArmed,
  BreakerProbation,
  BreakerState,
  BreakerTripped,
  TripReason,
} from './breaker-state.js';

export const breakerArmed: BreakerArmed = { _tag: 'Armed' };

/**
 * Armed → Tripped → Probation → Armed. Further breaches while tripped add their reason and restart the
 * cooldown; time and equity of the first stay. A confirmed flatten locks from every state.
 */
export const circuitBreakers = (limits: Limits): Machine<BreakerState, BreakerEvent> => ({
  Armed: {
    Breached: move((_, event) => tripped(event, event.reason)),
    Confirmed: move((_, event) => locked(tripped(event, 'rapid drawdown'), event)),
    SessionClosed: ignore('no probation to end'),
    RecoveryChecked: ignore('nothing is tripped'),
    OperatorReset: refuse('nothing is tripped'),
    PeakRebased: move((_, { at }) => probation(at)),
    Deposited: ignore('no equity at a trip to shift'),
  },
  Tripped: {
    Breached: move((state, event) => breachedAgain(state, event.reason, event.at)),
    Confirmed: move((state, event) => locked(breachedAgain(state, 'rapid drawdown', event.at), event)),
    SessionClosed: ignore('a session does not end a trip'),
    RecoveryChecked: move((state, event) => recovered(state, event, false, limits)),
    OperatorReset: move((state, event) => recovered(state, event, true, limits)),
    PeakRebased: ignore('recovery leads to probation by itself'),
    Deposited: move((state, { amount }) => ({ ...state, equityAtTrip: add(state.equityAtTrip, amount) })),
  },
  Probation: {
    Breached: move((_, event) => tripped(event, event.reason)),
    Confirmed: move((_, event) => locked(tripped(event, 'rapid drawdown'), event)),
    SessionClosed: move((state, event) => sessionServed(state, event, limits)),
    RecoveryChecked: ignore('nothing is tripped'),
    OperatorReset: refuse('probation ends with a session, not by the operator'),
    PeakRebased: move((_, { at }) => probation(at)),
    Deposited: ignore('no equity at a trip to shift'),
  },
});

const tripped = (
  { at, equity }: { readonly at: ExchangeTime; readonly equity: Cents },
  reason: TripReason,
): BreakerTripped => ({
  _tag: 'Tripped',
  reasons: [reason],
  at,
  equityAtTrip: equity,
  lastBreach: at,
  lockedSince: null,
});

const breachedAgain = (state: BreakerTripped, reason: TripReason, at: ExchangeTime): BreakerTripped => ({
  ...state,
  reasons: state.reasons.includes(reason) ? state.reasons : [...state.reasons, reason],
  lastBreach: at,
});

const locked = (state: BreakerTripped, { at }: Confirmed): BreakerTripped => ({
  ...state,
  lockedSince: state.lockedSince ?? at,
});

const probation = (since: ExchangeTime): BreakerProbation => ({ _tag: 'Probation', since, sessions: 0 });

const recovered = (
  state: BreakerTripped,
  conditions: RecoveryConditions,
  operatorReset: boolean,
  limits: Limits,
): BreakerState =>
  mayRecover({ ...conditions, tripped: state, operatorReset }, limits) ? probation(conditions.at) : state;

/** Only a session that began on probation counts, and only without a loss; flat counts. */
const sessionServed = (
  state: BreakerProbation,
  { openedAt, profit }: BreakerSessionClosed,
  limits: Limits,
): BreakerState => {
  if (compareTimes(state.since, openedAt) > 0 || profit < 0) return state;
  const sessions = state.sessions + 1;
  return sessions >= limits['probation.sessions'] ? breakerArmed : { ...state, sessions };
};

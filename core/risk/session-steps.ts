import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { transition } from '../machine/index.js';
import type { Limits } from '../rule-set/index.js';
import { subtract } from '../units/index.js';
import { circuitBreakers } from './circuit-breakers.js';
import { lossStreakAfter } from './consecutive-losses.js';
import { drawdownAt } from './drawdown.js';
import { rebased, rebasesItself, sessionCounted } from './drawdown-rebasing.js';
import { withoutSighting } from './forced-closing.js';
import type { RefusedInput } from './refusal.js';
import type { PositionsClosed, RiskSessionClosed, RiskSessionOpened } from './risk-input.js';
import type { RiskState } from './risk-state.js';
import { sessionBegun, sessionEnded } from './session-baselines.js';
import { panicAtSessionEnd } from './volatility-panic.js';

export const sessionOpened = (
  state: RiskState,
  { at }: RiskSessionOpened,
): Either<RefusedInput, RiskState> => {
  const { session } = state.baselines;
  return session !== null && session >= at.date
    ? left({ field: 'session', value: at.date, required: `later than ${session}` })
    : right({ ...state, baselines: sessionBegun(state.baselines, at) });
};

/**
 * The closing equity becomes the next session's baseline, probation is served, a panic ends, and a drawdown
 * that has stood long enough without short premium is re-based.
 */
export const sessionClosed = (
  state: RiskState,
  { at, equity, shortPremiumOpen }: RiskSessionClosed,
  limits: Limits,
): Either<RefusedInput, RiskState> => {
  const { openedAt, day } = state.baselines;
  if (openedAt === null) return left({ field: 'session', value: 'closed', required: 'open' });
  const profit = subtract(equity, day);
  const served = transition(circuitBreakers(limits), state.breaker, {
    _tag: 'SessionClosed',
    openedAt,
    profit,
  });
  const counted = sessionCounted(
    drawdownAt(state.drawdown, at, equity, limits),
    state.shortPremiumHeld || shortPremiumOpen,
  );
  const closed: RiskState = {
    ...state,
    equity,
    baselines: sessionEnded(state.baselines, equity),
    breaker: served.state,
    drawdown: counted,
    volatility: panicAtSessionEnd(state.volatility, at),
    shortPremiumHeld: shortPremiumOpen,
  };
  return right(
    rebasesItself(counted, equity, limits) ? onRebasedPeak(closed, { at, equity }, limits) : closed,
  );
};

/** The working peak falls to current equity and the account enters probation (D§5.5). */
export const onRebasedPeak = (
  state: RiskState,
  { at, equity }: Pick<RiskSessionClosed, 'at' | 'equity'>,
  limits: Limits,
): RiskState => ({
  ...state,
  equity,
  drawdown: rebased(state.drawdown, equity),
  closing: withoutSighting(state.closing, 'drawdown'),
  breaker: transition(circuitBreakers(limits), state.breaker, { _tag: 'PeakRebased', at }).state,
});

/** A loss that reaches the limit trips; a close that ends the streak does not undo a trip. */
export const positionsClosed = (
  state: RiskState,
  { at, closes }: PositionsClosed,
  limits: Limits,
): Either<RefusedInput, RiskState> => {
  const unfit = closes.find(({ profit }) => !Number.isFinite(profit));
  if (unfit !== undefined)
    return left({ field: 'profit', value: String(unfit.profit), required: 'a finite amount' });
  const lossStreak = lossStreakAfter(state.lossStreak, closes);
  if (lossStreak <= state.lossStreak || lossStreak < limits['losses.trip'])
    return right({ ...state, lossStreak });
  const { state: breaker } = transition(circuitBreakers(limits), state.breaker, {
    _tag: 'Breached',
    reason: 'losses',
    at,
    equity: state.equity,
  });
  return right({ ...state, lossStreak, breaker });
};

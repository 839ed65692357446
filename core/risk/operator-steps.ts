import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { transition } from '../machine/index.js';
import { judge } from '../rule/index.js';
import type { Limits } from '../rule-set/index.js';
import { add, cents, type Cents } from '../units/index.js';
import { recoveryAnswers } from './breaker-recovery.js';
import type { BreakerReset } from './breaker-events.js';
import { circuitBreakers } from './circuit-breakers.js';
import { stopsEntries } from './drawdown-rebasing.js';
import { shiftedWindow } from './equity-window.js';
import { shiftedClosing } from './forced-closing.js';
import type { RefusedInput } from './refusal.js';
import type { CashMoved, OperatorRebased } from './risk-input.js';
import type { RiskState } from './risk-state.js';
import { onRebasedPeak } from './session-steps.js';
import { shiftedBaselines } from './session-baselines.js';

/** Refused unless every other condition of recovery holds now; an early reset is not kept for later. */
export const breakerReset = (
  state: RiskState,
  reset: BreakerReset,
  limits: Limits,
): Either<RefusedInput, RiskState> => {
  const { breaker } = state;
  const step = transition(circuitBreakers(limits), breaker, reset);
  if (step._tag !== 'Moved')
    return left({ field: 'operator reset', value: breaker._tag, required: step.reason });
  if (breaker._tag !== 'Tripped' || step.state._tag !== 'Tripped')
    return right({ ...state, equity: reset.equity, breaker: step.state });
  const { blockedBy } = judge(recoveryAnswers({ ...reset, tripped: breaker, operatorReset: true }, limits));
  return left({
    field: 'operator reset',
    value: 'too early',
    required: blockedBy.map(({ rule }) => rule).join(', '),
  });
};

/** An operator may re-base whatever the distance from the inception peak, once drawdown stops entries. */
export const peakRebased = (
  state: RiskState,
  rebase: OperatorRebased,
  limits: Limits,
): Either<RefusedInput, RiskState> =>
  stopsEntries(state.drawdown, rebase.equity, limits)
    ? right(onRebasedPeak(state, rebase, limits))
    : left({
        field: 'operator re-basing',
        value: `${rebase.equity} cents of ${state.drawdown.peak}`,
        required: 'a drawdown that stops entries',
      });

/** Cash is no result: every level that equity is measured against moves with it (D§5.1). */
export const cashMoved = (
  state: RiskState,
  { amount }: CashMoved,
  limits: Limits,
): Either<RefusedInput, RiskState> => {
  if (!Number.isFinite(amount))
    return left({ field: 'amount', value: String(amount), required: 'a finite amount' });
  const shift = (equity: Cents): Cents => cents(add(equity, amount));
  const { drawdown } = state;
  return right({
    ...state,
    equity: shift(state.equity),
    window: shiftedWindow(state.window, shift),
    baselines: shiftedBaselines(state.baselines, shift),
    drawdown: {
      ...drawdown,
      peak: shift(drawdown.peak),
      inceptionPeak: shift(drawdown.inceptionPeak),
    },
    closing: shiftedClosing(state.closing, shift),
    breaker: transition(circuitBreakers(limits), state.breaker, { _tag: 'Deposited', amount }).state,
  });
};

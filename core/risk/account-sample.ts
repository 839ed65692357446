import { isLeft, isRight, left, right, type Either } from 'fp-ts/lib/Either.js';
import { transition } from '../machine/index.js';
import type { Limits } from '../rule-set/index.js';
import type { TripReason } from './breaker-state.js';
import type { BreakerEvent } from './breaker-events.js';
import { circuitBreakers } from './circuit-breakers.js';
import { drawdownAt } from './drawdown.js';
import { hasFallenBy } from './equity-fall.js';
import { windowMaximum, withSample, type EquityWindow } from './equity-window.js';
import { closingAfter } from './forced-closing.js';
import { marginUsageIsAtLeast } from './margin.js';
import type { RefusedInput } from './refusal.js';
import type { EquitySampled } from './risk-input.js';
import type { RiskState } from './risk-state.js';

/**
 * One valid sample of the account moves every protection that reads equity: window, peaks, closings and the
 * breakers. Without a breach at this sample a tripped breaker is asked whether it recovers.
 */
export const accountSampled = (
  state: RiskState,
  sample: EquitySampled,
  limits: Limits,
): Either<RefusedInput, RiskState> => {
  const { at, equity, buyingPowerInUse, shortPremiumOpen } = sample;
  const window = withSample(state.window, { at, equity }, limits);
  if (isLeft(window)) return window;
  if (!Number.isFinite(buyingPowerInUse) || buyingPowerInUse < 0)
    return left({
      field: 'buyingPowerInUse',
      value: String(buyingPowerInUse),
      required: 'a finite amount, at least 0',
    });
  const drawdown = drawdownAt(state.drawdown, at, equity, limits);
  const { closing, confirmed } = closingAfter(
    state.closing,
    { ...sample, windowMaximum: windowMaximum(window.right, equity), peak: drawdown.peak },
    limits,
  );
  const breaches = breachesAt(sample, window.right, limits).map((reason): BreakerEvent => ({
    _tag: 'Breached',
    reason,
    at,
    equity,
  }));
  const locks: ReadonlyArray<BreakerEvent> = confirmed.includes('rapid drawdown')
    ? [{ _tag: 'Confirmed', at, equity }]
    : [];
  return right({
    ...state,
    equity,
    window: window.right,
    drawdown,
    closing,
    shortPremiumHeld: state.shortPremiumHeld || shortPremiumOpen,
    breaker: [...breaches, ...locks, ...recoveryAt(state, sample, breaches.length + locks.length)].reduce(
      (breaker, event) => transition(circuitBreakers(limits), breaker, event).state,
      state.breaker,
    ),
  });
};

const breachesAt = (
  { equity, buyingPowerInUse, correlation }: EquitySampled,
  window: EquityWindow,
  limits: Limits,
): ReadonlyArray<TripReason> => {
  const breached: Readonly<Record<Exclude<TripReason, 'losses'>, boolean>> = {
    'rapid drawdown': hasFallenBy(windowMaximum(window, equity), equity, limits['rapidDrawdown.trip']),
    margin: marginUsageIsAtLeast(buyingPowerInUse, equity, limits['margin.trip']),
    correlation:
      correlation._tag === 'Measured' &&
      isRight(correlation.value) &&
      correlation.value.right >= limits['correlation.trip'],
  };
  return (['rapid drawdown', 'margin', 'correlation'] as const).filter((reason) => breached[reason]);
};

/** Asked only while something is tripped and nothing has just been breached. */
const recoveryAt = (
  { breaker }: RiskState,
  { at, equity, vix, correlation }: EquitySampled,
  breaches: number,
): ReadonlyArray<BreakerEvent> =>
  breaches === 0 && breaker._tag === 'Tripped'
    ? [{ _tag: 'RecoveryChecked', at, equity, vix, correlation }]
    : [];

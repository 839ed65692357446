import { isLeft, left, map, type Either } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Limits } from '../rule-set/index.js';
import { compareTimes, formatTime } from '../units/index.js';
import { accountSampled } from './account-sample.js';
import { windowFrom } from './equity-window.js';
import { withoutSighting } from './forced-closing.js';
import { breakerReset, cashMoved, peakRebased } from './operator-steps.js';
import type { RefusedInput } from './refusal.js';
import type { RiskInput } from './risk-input.js';
import { refusalNotice, riskNotices, type RiskNotice } from './risk-notices.js';
import type { RiskState } from './risk-state.js';
import { positionsClosed, sessionClosed, sessionOpened } from './session-steps.js';
import { systemMode } from './system-mode.js';
import { vixClosed, vixPrinted, type VolatilityPanic } from './volatility-panic.js';

/** What the engine has to do at once; the mode says what holds from then on. */
export type RiskEffect = 'cancel working entries' | 'flatten short premium';

export interface RiskStep {
  readonly state: RiskState;
  readonly effects: ReadonlyArray<RiskEffect>;
  readonly notices: ReadonlyArray<RiskNotice>;
}

/**
 * Folds one input into the state of the protections. A refused input leaves the state as it was and says why.
 * A state and input decide everything: the same inputs give the same states, effects and notices.
 */
export const advanceRisk = (state: RiskState, input: RiskInput, limits: Limits): RiskStep => {
  const unfit = unfitInput(state, input);
  const folded = unfit === null ? fold(state, input, limits) : left(unfit);
  if (isLeft(folded)) return { state, effects: [], notices: [refusalNotice(input, folded.left)] };
  const after = restartedOnProbation(state, folded.right, input);
  return {
    state: after,
    effects: effectsBetween(state, after, limits),
    notices: riskNotices(state, after, input, limits),
  };
};

const fold = (state: RiskState, input: RiskInput, limits: Limits): Either<RefusedInput, RiskState> => {
  switch (input._tag) {
    case 'SessionOpened':
      return sessionOpened(state, input);
    case 'EquitySampled':
      return accountSampled(state, input, limits);
    case 'VixPrinted':
      return withVolatility(state, vixPrinted(state.volatility, input, limits));
    case 'VixClosed':
      return withVolatility(state, vixClosed(state.volatility, input));
    case 'PositionsClosed':
      return positionsClosed(state, input, limits);
    case 'SessionClosed':
      return sessionClosed(state, input, limits);
    case 'OperatorReset':
      return breakerReset(state, input, limits);
    case 'OperatorRebased':
      return peakRebased(state, input, limits);
    case 'CashMoved':
      return cashMoved(state, input, limits);
  }
};

const withVolatility = (
  state: RiskState,
  folded: Either<RefusedInput, VolatilityPanic>,
): Either<RefusedInput, RiskState> =>
  pipe(
    folded,
    map((volatility) => ({ ...state, volatility })),
  );

/** Equity must be a number and not older than the newest sample; closes, cash and VIX are never too late. */
const unfitInput = (state: RiskState, input: RiskInput): RefusedInput | null => {
  if (!('equity' in input)) return null;
  const { newest } = state.window;
  if (newest !== null && compareTimes(input.at, newest.at) < 0)
    return { field: 'at', value: formatTime(input.at), required: `not before ${formatTime(newest.at)}` };
  return Number.isFinite(input.equity)
    ? null
    : { field: 'equity', value: String(input.equity), required: 'a finite amount' };
};

/** Entering probation sets the loss streak to 0 and restarts the equity window (D§5.3). */
const restartedOnProbation = (before: RiskState, after: RiskState, input: RiskInput): RiskState => {
  if (after.breaker._tag !== 'Probation' || after.breaker === before.breaker) return after;
  if (before.breaker._tag === 'Probation' && before.breaker.since === after.breaker.since) return after;
  return {
    ...after,
    lossStreak: 0,
    window: windowFrom({ at: input.at, equity: after.equity }),
    closing: withoutSighting(after.closing, 'rapid drawdown'),
  };
};

const effectsBetween = (before: RiskState, after: RiskState, limits: Limits): ReadonlyArray<RiskEffect> => {
  if (sameMode(before, after)) return [];
  const flattens = before.closing.flatten === null && after.closing.flatten !== null;
  const stops = allowsEntries(before, limits) && !allowsEntries(after, limits);
  return [
    ...(stops ? (['cancel working entries'] as const) : []),
    ...(flattens ? (['flatten short premium'] as const) : []),
  ];
};

/** Nothing the mode depends on has moved: most samples of a flat book. */
const sameMode = (before: RiskState, after: RiskState): boolean =>
  before.equity === after.equity &&
  before.breaker === after.breaker &&
  before.volatility === after.volatility &&
  before.baselines === after.baselines &&
  before.drawdown.peak === after.drawdown.peak &&
  before.closing.flatten === after.closing.flatten;

const allowsEntries = (risk: RiskState, limits: Limits): boolean =>
  systemMode({ risk, operatorHalt: false, manual: false }, limits).mode === 'Normal';

import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { isPanicJump } from '../market/index.js';
import { known, missing, mustBeBelow, mustHold, unknown, type Reading, strictest } from '../rule/index.js';
import { defineRule, type Limits } from '../rule-set/index.js';
import { compareTimes, formatTime, type ExchangeTime } from '../units/index.js';
import type { RefusedInput } from './refusal.js';

/** A VIX value in vol points and when it was published. */
export interface VixPrint {
  readonly at: ExchangeTime;
  readonly value: number;
}

/** VIX as the fold has seen it, and since when a jump makes it a panic until the session ends (D§1). */
export interface VolatilityPanic {
  readonly previousClose: VixPrint | null;
  readonly latest: VixPrint | null;
  readonly panicSince: ExchangeTime | null;
}

export const noVixYet: VolatilityPanic = { previousClose: null, latest: null, panicSince: null };

/** Any valid print since the previous official close may start a panic; it lasts until the session ends. */
export const vixPrinted = (
  state: VolatilityPanic,
  print: VixPrint,
  limits: Pick<Limits, 'vix.panicJump'>,
): Either<RefusedInput, VolatilityPanic> => {
  const invalid = invalidPrint(print, state.latest);
  if (invalid !== null) return left(invalid);
  const { previousClose, panicSince } = state;
  const jumped = previousClose !== null && isPanicJump(print.value, previousClose.value, limits);
  const latest = { at: print.at, value: print.value };
  return right({ ...state, latest, panicSince: panicSince ?? (jumped ? print.at : null) });
};

/** The official close of a session, published after it: later prints are measured from it. */
export const vixClosed = (state: VolatilityPanic, close: VixPrint): Either<RefusedInput, VolatilityPanic> => {
  const invalid = invalidPrint(close, state.previousClose);
  if (invalid !== null) return left(invalid);
  const newer = state.latest === null || compareTimes(state.latest.at, close.at) < 0;
  const previousClose = { at: close.at, value: close.value };
  return right({ ...state, previousClose, latest: newer ? previousClose : state.latest });
};

/** The panic ends, and what was the previous close no longer is: the session's own is awaited. */
export const panicAtSessionEnd = (state: VolatilityPanic, endedAt: ExchangeTime): VolatilityPanic => {
  const { previousClose } = state;
  const ownClose = previousClose !== null && compareTimes(previousClose.at, endedAt) >= 0;
  return { ...state, panicSince: null, previousClose: ownClose ? previousClose : null };
};

export interface VolatilityFacts {
  readonly vix: Reading<number>;
  /** The previous session's official close, without which a jump cannot be ruled out. */
  readonly previousVixClose: Reading<number>;
  readonly panicSince: ExchangeTime | null;
}

export const volatilityFactsOf = ({
  latest,
  previousClose,
  panicSince,
}: VolatilityPanic): VolatilityFacts => ({
  vix: latest === null ? missing('VIX', 'absent', 'no print yet') : known(latest.value),
  previousVixClose:
    previousClose === null ? missing('previous close of VIX', 'absent') : known(previousClose.value),
  panicSince,
});

export const vixNotPanic = defineRule({
  id: 'strat.vixNotPanic',
  statement:
    'VIX is below {vix.panic}, and no print since the previous official close was above {vix.panicJump} that close; a jump blocks to the end of the session',
  source: '[seed] VIX_REGIMES; D§1',
  parameters: ['vix.panic', 'vix.panicJump'],
  check: ({ vix, previousVixClose, panicSince }: VolatilityFacts, limits) =>
    strictest(
      mustBeBelow(vix, limits['vix.panic'], 'vol points'),
      isLeft(previousVixClose)
        ? unknown(previousVixClose.left)
        : mustHold(
            panicSince === null,
            panicSince === null ? 'no jump' : `a jump at ${formatTime(panicSince)}`,
            'no jump since the previous close',
          ),
    ),
});

const invalidPrint = (print: VixPrint, earlier: VixPrint | null): RefusedInput | null => {
  if (!Number.isFinite(print.value) || print.value <= 0)
    return { field: 'VIX', value: String(print.value), required: 'a finite number above 0' };
  return earlier === null || compareTimes(earlier.at, print.at) < 0
    ? null
    : { field: 'at', value: formatTime(print.at), required: `later than ${formatTime(earlier.at)}` };
};

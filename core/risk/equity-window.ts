import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { elapsedSeconds } from '../calendar/index.js';
import { missing, type Reading } from '../rule/index.js';
import type { Limits } from '../rule-set/index.js';
import { cents, compareTimes, formatTime, type Cents, type ExchangeTime } from '../units/index.js';
import { equityFall } from './equity-fall.js';
import type { RefusedInput } from './refusal.js';

export interface EquitySample {
  readonly at: ExchangeTime;
  readonly equity: Cents;
}

/**
 * Equity over the trailing minutes: the newest sample and, oldest first, the earlier ones it is compared
 * with. When the window holds no other sample, that is the last one before it whatever its age, so that
 * overnight gaps and coarse bars count (D§5.3).
 */
export interface EquityWindow {
  /** Null before the first sample. */
  readonly newest: EquitySample | null;
  readonly earlier: ReadonlyArray<EquitySample>;
}

export const emptyWindow: EquityWindow = { newest: null, earlier: [] };

/** A window that knows nothing before this sample. */
export const windowFrom = (newest: EquitySample): EquityWindow => ({ newest, earlier: [] });

/** The window with one more sample; refused when it is not finite or not later than the newest. */
export const withSample = (
  { newest, earlier }: EquityWindow,
  sample: EquitySample,
  limits: Pick<Limits, 'rapidDrawdown.window'>,
): Either<RefusedInput, EquityWindow> => {
  if (!Number.isFinite(sample.equity))
    return left({ field: 'equity', value: String(sample.equity), required: 'a finite amount' });
  if (newest === null) return right(windowFrom(sample));
  if (compareTimes(newest.at, sample.at) >= 0)
    return left({
      field: 'at',
      value: formatTime(sample.at),
      required: `later than ${formatTime(newest.at)}`,
    });
  const seconds = limits['rapidDrawdown.window'] * 60;
  const within = [...earlier, newest].filter(({ at }) => elapsedSeconds(at, sample.at) <= seconds);
  return right({ newest: sample, earlier: within.length > 0 ? within : [newest] });
};

/** The highest equity of a window that ends with this one. */
export const windowMaximum = ({ earlier }: EquityWindow, newest: Cents): Cents =>
  cents(earlier.reduce<number>((highest, { equity }) => Math.max(highest, equity), newest));

/** How far the newest sample stands below the window's maximum; a gap until there are two samples. */
export const rapidFall = (window: EquityWindow): Reading<number> =>
  window.newest === null || window.earlier.length === 0
    ? missing('equity window', 'too-short', 'fewer than two samples since the window began')
    : equityFall(windowMaximum(window, window.newest.equity), window.newest.equity);

/** A deposit lifts every sample by its amount, a withdrawal lowers them (D§5.1). */
export const shiftedWindow = (
  { newest, earlier }: EquityWindow,
  shift: (equity: Cents) => Cents,
): EquityWindow => ({
  newest: newest === null ? null : { ...newest, equity: shift(newest.equity) },
  earlier: earlier.map((sample) => ({ ...sample, equity: shift(sample.equity) })),
});

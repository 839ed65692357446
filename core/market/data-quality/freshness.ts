import { elapsedSeconds, previousSession } from '../../calendar/index.js';
import { known, measured, missing, stated, type Finding, type Reading } from '../../rule/index.js';
import { formatTime, type ExchangeTime } from '../../units/index.js';
import type { Stamped } from '../snapshot.js';

/**
 * Young enough, with its age as the finding: at most the series' own interval plus the live limit, inclusive
 * (D§5.2), in seconds. Missing: `stale`, `out-of-session` when it was read after `now`, `non-finite` when the
 * age cannot be told.
 */
export const freshness = (
  fact: string,
  { at, interval }: Pick<Stamped, 'at' | 'interval'>,
  now: ExchangeTime,
  liveLimit: number,
): Reading<Finding> => {
  const age = elapsedSeconds(at, now);
  const limit = interval + liveLimit;
  if (!Number.isFinite(age) || !Number.isFinite(limit))
    return missing(fact, 'non-finite', `an age of ${age} s against ${limit} s`);
  if (age < 0)
    return missing(fact, 'out-of-session', `read at ${formatTime(at)}, ${-age} s after ${formatTime(now)}`);
  if (age > limit) return missing(fact, 'stale', `${age} s old, at most ${limit} s`);
  return known(measured(age, 'at most', limit, 'seconds'));
};

/**
 * The age rule of a daily value that stands in for an intraday one (D§5.2): the day's official open, or else
 * the close of the session before. Nights and weekends between the two do not count.
 */
export const coarseFreshness = (
  fact: string,
  { at }: Pick<Stamped, 'at'>,
  now: ExchangeTime,
): Reading<Finding> => {
  const age = elapsedSeconds(at, now);
  if (!Number.isFinite(age)) return missing(fact, 'non-finite', `an age of ${age} s`);
  if (age < 0)
    return missing(fact, 'out-of-session', `read at ${formatTime(at)}, ${-age} s after ${formatTime(now)}`);
  const oldest = previousSession(now.date)?.date ?? now.date;
  if (at.date < oldest)
    return missing(fact, 'stale', `a daily value of ${formatTime(at)}, at the earliest of ${oldest}`);
  return known(stated(`a daily value of ${formatTime(at)}`, `of ${oldest} at the earliest`));
};

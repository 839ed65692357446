import { isLeft } from 'fp-ts/lib/Either.js';
import { previousSession, sessionsAgo } from '../calendar/index.js';
import { known, missing, type Reading } from '../rule/index.js';
import type { CalendarDate } from '../units/index.js';
import { averageTrueRange } from './average-true-range.js';
import type { DailyMemory, MemoryLimits } from './daily-memory.js';
import type { Root } from './instrument.js';
import { ivRank } from './iv-rank.js';
import { exponentialMovingAverage } from './moving-average.js';

/** What the strategies derive from closed sessions. Averages and ATR in points, IV rank from 0 to 1. */
export interface DailyIndicators {
  readonly fastAverage: Reading<number>;
  readonly slowAverage: Reading<number>;
  readonly atr: Reading<number>;
  /** Of the last VIX close. */
  readonly ivRank: Reading<number>;
}

/**
 * The indicators of a root as known on a date: from the sessions before it, and its own once recorded. Missing:
 * `stale` when the last session known is an older one, `out-of-session` when it is a later one, `absent` when a session is missing among the last
 * `length`, and as each indicator says. VIX was not published on a few sessions; the IV rank counts closes.
 */
export const dailyIndicators = (
  memory: DailyMemory,
  root: Root,
  on: CalendarDate,
  limits: MemoryLimits,
): DailyIndicators => {
  const bars = memory.bars[root] ?? [];
  const series = `daily bars of ${root}`;
  const fast = limits['lt112.fastAverage'];
  const slow = limits['lt112.slowAverage'];
  const range = limits['friday0dte.atrSessions'];
  const closes = bars.map(({ close }) => close);
  const average = (length: number): Reading<number> =>
    ifWhole(whole(series, bars, length, on), () => exponentialMovingAverage(closes, length));
  return {
    fastAverage: average(fast),
    slowAverage: average(slow),
    atr: ifWhole(whole(series, bars, range + 1, on), () => averageTrueRange(bars, range)),
    ivRank: ifWhole(current('VIX closes', memory.vix, on), ({ close }) =>
      ivRank(
        close,
        memory.vix.map((day) => day.close),
        limits['ivRank.sessions'],
      ),
    ),
  };
};

interface Dated {
  readonly date: CalendarDate;
}

const ifWhole = <A>(series: Reading<A>, derive: (last: A) => Reading<number>): Reading<number> =>
  isLeft(series) ? series : derive(series.right);

/** The newest entry, which must be of the date or of the session before it. */
const current = <A extends Dated>(fact: string, days: ReadonlyArray<A>, on: CalendarDate): Reading<A> => {
  const last = days.at(-1);
  if (last === undefined) return missing(fact, 'too-short', 'none recorded');
  if (last.date > on) return missing(fact, 'out-of-session', `the last is of ${last.date}, after ${on}`);
  const due = previousSession(on)?.date;
  if (due !== undefined && last.date >= due) return known(last);
  return missing(fact, 'stale', `the last is of ${last.date}, due on ${on} is ${due ?? 'unknown'}`);
};

/** Current, and without a hole in the last `length` sessions, as far as it reaches. */
const whole = <A extends Dated>(
  fact: string,
  days: ReadonlyArray<A>,
  length: number,
  on: CalendarDate,
): Reading<A> => {
  const last = current(fact, days, on);
  const first = days.at(-length);
  if (isLeft(last) || first === undefined || length < 2) return last;
  const expected = sessionsAgo(last.right.date, length - 1)?.date;
  return first.date === expected
    ? last
    : missing(fact, 'absent', `a session since ${first.date} is missing among the last ${length}`);
};

import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { session, type CalendarDate, type IntradaySession } from '../../core/index.js';
import type { HistoryRowError } from './history-error.js';
import { dateOf } from './history-order.js';
import { sessionsOf, type EndOf } from './history-sessions.js';
import { rowError, type Table } from './history-table.js';

type Parsed<A> = Either<HistoryRowError, A>;

/** A file of bars and the seconds each lasts. */
interface Stretch {
  readonly table: Table;
  readonly resolution: number;
}

/**
 * Bars of the S&P 500, which exists only in the regular session. They start on the clock's multiples of the
 * resolution or at the open, and end at the next multiple: the first hourly bar is 09:30–10:00. The stretches
 * join in time order; a session two of them hold is a duplicate.
 */
export const indexStretches = (stretches: ReadonlyArray<Stretch>): Parsed<ReadonlyArray<IntradaySession>> => {
  const joined = new Map<CalendarDate, IntradaySession>();
  for (const { table, resolution } of stretches) {
    const sessions = sessionsOf(table, resolution, endOfIndexBar(resolution));
    if (isLeft(sessions)) return sessions;
    for (const each of sessions.right) {
      const row = joined.has(each.date) ? table.rows.find((one) => dateOf(one) === each.date) : undefined;
      if (row !== undefined) return left(rowError('Duplicate', row, 0, 'a session no other stretch holds'));
      joined.set(each.date, each);
    }
  }
  return right([...joined.values()].sort((a, b) => (a.date < b.date ? -1 : 1)));
};

/**
 * Bars of the VIX, which is computed from 03:15 in the morning until after the close. They start anywhere and
 * last one resolution, or until the next bar starts if that is earlier: what a bar says is known no sooner.
 */
export const vixSessions = (table: Table, resolution: number): Parsed<ReadonlyArray<IntradaySession>> =>
  sessionsOf(table, resolution, (row, _date, second, next) => {
    const end = Math.min(second + resolution, next ?? second + resolution);
    return end < 86_400 ? right(end) : left(rowError('OutOfRange', row, 1, `before ${86_400 - resolution}`));
  });

const endOfIndexBar =
  (resolution: number): EndOf =>
  (row, date, second) => {
    const hours = session(date);
    if (hours === null) return left(rowError('NotTradingDay', row, 0, 'a day the NYSE is open'));
    if (second < hours.open || second >= hours.close)
      return left(rowError('OutOfRange', row, 1, `from ${hours.open} to before ${hours.close}`));
    if (second % resolution !== 0 && second !== hours.open)
      return left(rowError('OutOfRange', row, 1, `a multiple of ${resolution}, or the open ${hours.open}`));
    return right(Math.min((Math.floor(second / resolution) + 1) * resolution, hours.close));
  };

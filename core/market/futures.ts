import { isRight } from 'fp-ts/lib/Either.js';
import { coveredDate, isTradingDay, previousSession, thirdFriday } from '../calendar/index.js';
import type { CalendarDate } from '../units/index.js';
import type { Root } from './instrument.js';

/** The roots whose options deliver a quarterly index future. */
export type FutureRoot = Extract<Root, 'ES' | 'MES'>;

/** A quarterly index future. `code` is root, month letter and the year's last digit: `ESH5`. */
export interface QuarterlyFuture {
  readonly root: FutureRoot;
  readonly code: string;
  readonly year: number;
  readonly month: QuarterMonth;
  readonly lastTradeDay: CalendarDate;
}

export type QuarterMonth = 3 | 6 | 9 | 12;

/**
 * The future of a quarter. It trades until the third Friday of its month, or the session before when that
 * Friday is a holiday (§5; the exchange's contract specification). Null outside the exchange calendar.
 */
export const quarterlyFuture = (
  root: FutureRoot,
  year: number,
  month: QuarterMonth,
): QuarterlyFuture | null => {
  const lastTradeDay = lastTradeDayOf(year, month);
  if (lastTradeDay === null) return null;
  return { root, code: `${root}${monthLetters[month]}${year % 10}`, year, month, lastTradeDay };
};

/**
 * The future an option on it delivers: the nearest quarterly whose last trade day is later than the option's
 * expiry (D§5.14), so on a quarterly expiry the next one. Null outside the exchange calendar.
 */
export const quarterlyFutureFor = (root: FutureRoot, expiry: CalendarDate): QuarterlyFuture | null => {
  if (!isRight(coveredDate(expiry))) return null;
  const year = Number(expiry.slice(0, 4));
  return (
    [year, year + 1]
      .flatMap((each) => quarterMonths.map((month) => quarterlyFuture(root, each, month)))
      .find((future) => future !== null && future.lastTradeDay > expiry) ?? null
  );
};

const quarterMonths: ReadonlyArray<QuarterMonth> = [3, 6, 9, 12];

const monthLetters: Readonly<Record<QuarterMonth, string>> = { 3: 'H', 6: 'M', 9: 'U', 12: 'Z' };

const lastTradeDayOf = (year: number, month: QuarterMonth): CalendarDate | null => {
  const friday = thirdFriday(year, month);
  if (friday === null || isTradingDay(friday)) return friday;
  return previousSession(friday)?.date ?? null;
};

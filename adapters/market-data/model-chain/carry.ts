import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { addDays, daysBetween, thirdFriday, type CalendarDate } from '../../../core/index.js';
import { sessionOnOrBefore } from './expiry-dates.js';
import { fittedCarry } from './fitted.js';
import type { NotPriced } from './missing-input.js';
import type { PreviousCloses } from './previous-closes.js';
import { growth } from './smooth-functions.js';

/** What carries a price of the index into prices of the other underlyings on one date. */
export interface Carry {
  readonly rate: number;
  /** SPY over the index at their last common close. */
  readonly shareRatio: () => Either<NotPriced, number>;
  readonly dividends: () => Either<NotPriced, { readonly today: number; readonly last: number }>;
}

export const carryOn = (closes: PreviousCloses): Either<NotPriced, Carry> => {
  const rate = closes.rate();
  if (isLeft(rate)) return rate;
  return right({
    rate: rate.right,
    shareRatio: () => {
      const both = closes.shares();
      return isLeft(both) ? both : right(both.right.close / both.right.indexClose);
    },
    dividends: closes.dividends,
  });
};

/** SPY: the index times their last ratio, less the dividend on its ex-date. */
export const sharePrice = ({ shareRatio, dividends }: Carry, index: number): Either<NotPriced, number> => {
  const ratio = shareRatio();
  if (isLeft(ratio)) return ratio;
  const paid = dividends();
  return isLeft(paid) ? paid : right(index * ratio.right - paid.right.today);
};

/** Index or future at `years` from the index now: e^{(r − q)·years}, q net of what financing costs above r. */
export const indexForward = (rate: number, index: number, years: number): number =>
  index * growth((rate - fittedCarry.indexNetYield) * years);

/** SPY's forward: spot less the present value of the dividends to come, at the rate plus financing spread. */
export const shareForward = (rate: number, spot: number, dividendsValue: number, years: number): number =>
  (spot - dividendsValue) * growth((rate + fittedCarry.shareFinancingSpread) * years);

/** Present value of one `amount` on every ex-date after `date` and not after `expiry`. */
export const dividendsValue = (
  { rate }: Carry,
  amount: number,
  date: CalendarDate,
  expiry: CalendarDate,
): number =>
  shareExDates(date, expiry).reduce(
    (sum, exDate) =>
      sum + amount * growth((-(rate + fittedCarry.shareFinancingSpread) * daysBetween(date, exDate)) / 365),
    0,
  );

/** SPY goes ex on the third Friday of March, June, September and December, or the session before. */
const shareExDates = (after: CalendarDate, until: CalendarDate): ReadonlyArray<CalendarDate> =>
  quarterlyFridays(after, until).flatMap((friday) => {
    const date = sessionOnOrBefore(friday);
    return date !== null && date > after && date <= until ? [date] : [];
  });

/** The quarterly future an option is written on: the first whose last trade day is after the expiry (§5.14). */
export interface QuarterlyFuture {
  /** `ESH5`, `MESZ4`. */
  readonly name: string;
  readonly lastTradeDay: CalendarDate;
}

export const futureFor = (root: 'ES' | 'MES', expiry: CalendarDate): Either<NotPriced, QuarterlyFuture> => {
  const candidates = quarterlyFridays(expiry, addDays(expiry, 200));
  for (const friday of candidates) {
    const lastTradeDay = sessionOnOrBefore(friday);
    if (lastTradeDay !== null && lastTradeDay > expiry)
      return right({ name: `${root}${deliveryCode(friday)}`, lastTradeDay });
  }
  return left({ _tag: 'NoSession', date: expiry });
};

const deliveryCode = (friday: CalendarDate): string =>
  `${{ '03': 'H', '06': 'M', '09': 'U', '12': 'Z' }[friday.slice(5, 7)] ?? ''}${friday.slice(3, 4)}`;

/** The third Fridays of the quarter months of the years concerned, in order. */
const quarterlyFridays = (from: CalendarDate, until: CalendarDate): ReadonlyArray<CalendarDate> => {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(until.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return years.flatMap((year) =>
    [3, 6, 9, 12].flatMap((month) => {
      const friday = thirdFriday(year, month);
      return friday === null || friday < from ? [] : [friday];
    }),
  );
};

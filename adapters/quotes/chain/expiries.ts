import { compareTimes, type CalendarDate, type ExchangeTime } from '../../../core/index.js';
import { settlementOf, yearsBetween } from './quote-moment.js';
import type { Quote } from './quote-rows.js';
import { rootTerms } from './roots.js';

/** The quotes of one root, one day of expiry and one moment. */
export interface Expiry {
  readonly at: ExchangeTime;
  readonly root: string;
  readonly spot: number;
  readonly expiry: CalendarDate;
  readonly settles: ExchangeTime;
  /** From the quotes to the settlement, 365 days to the year; 0 or less when it is over. */
  readonly years: number;
  readonly quotes: ReadonlyArray<Quote>;
}

/** Groups quotes by moment, day of expiry and root, in that order. */
export const expiriesIn = (quotes: ReadonlyArray<Quote>): ReadonlyArray<Expiry> => {
  const groups = new Map<string, Quote[]>();
  for (const quote of quotes) {
    const key = [quote.at.date, quote.at.second, quote.spot, quote.expiry, quote.root].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [quote]);
    else group.push(quote);
  }
  return [...groups.values()].flatMap(expiryOf).sort(inOrder);
};

const expiryOf = (quotes: ReadonlyArray<Quote>): ReadonlyArray<Expiry> =>
  quotes.slice(0, 1).map(({ at, root, spot, expiry }) => {
    const settles = settlementOf(expiry, rootTerms(root));
    return { at, root, spot, expiry, settles, years: yearsBetween(at, settles), quotes };
  });

const inOrder = (a: Expiry, b: Expiry): number =>
  compareTimes(a.at, b.at) || compareTimes(a.settles, b.settles) || (a.root < b.root ? -1 : 1);

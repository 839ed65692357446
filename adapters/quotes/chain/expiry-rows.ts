import { daysToExpiration, formatTime } from '../../../core/index.js';
import type { ExpiryRow } from './chain-document.js';
import { isOutOfTheMoney, type ImpliedQuote } from './vendor-comparison.js';

/** One row for each expiry of the quotes, which come expiry by expiry. */
export const expiryRows = (quotes: ReadonlyArray<ImpliedQuote>): ReadonlyArray<ExpiryRow> => {
  const groups = new Map<unknown, ImpliedQuote[]>();
  for (const quote of quotes) {
    const group = groups.get(quote.expiry);
    if (group === undefined) groups.set(quote.expiry, [quote]);
    else group.push(quote);
  }
  return [...groups.values()].flatMap((group) => group.slice(0, 1).map((first) => rowOf(first, group)));
};

const rowOf = ({ expiry, forward }: ImpliedQuote, quotes: ReadonlyArray<ImpliedQuote>): ExpiryRow => ({
  quotesAt: formatTime(expiry.at),
  root: expiry.root,
  expiry: expiry.expiry,
  settlesAt: formatTime(expiry.settles),
  days: daysToExpiration(expiry.at.date, expiry.expiry),
  years: expiry.years,
  ...forward,
  rows: quotes.length,
  priced: quotes.filter(({ volatility }) => !Number.isNaN(volatility)).length,
  atTheMoney: atTheMoney(forward.forward, quotes.filter(isOutOfTheMoney)),
});

/** Linear in the strike between the nearest put below the forward and the nearest call from it on. */
const atTheMoney = (forward: number, quotes: ReadonlyArray<ImpliedQuote>): number | null => {
  const known = quotes.filter(({ volatility }) => !Number.isNaN(volatility));
  const below = nearest(forward, known, 'put');
  const above = nearest(forward, known, 'call');
  if (below === null || above === null) return null;
  const share = (forward - below.quote.strike) / (above.quote.strike - below.quote.strike);
  return below.volatility + share * (above.volatility - below.volatility);
};

const nearest = (
  forward: number,
  quotes: ReadonlyArray<ImpliedQuote>,
  side: 'call' | 'put',
): ImpliedQuote | null =>
  quotes
    .filter(({ quote }) => quote.right === side)
    .reduce<ImpliedQuote | null>(
      (best, each) =>
        best === null || Math.abs(each.quote.strike - forward) < Math.abs(best.quote.strike - forward)
          ? each
          : best,
      null,
    );

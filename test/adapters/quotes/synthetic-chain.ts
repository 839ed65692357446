import type { Table } from '../../../adapters/quotes/index.js';
import { settlementOf, yearsBetween } from '../../../adapters/quotes/chain/quote-moment.js';
import { rootTerms } from '../../../adapters/quotes/chain/roots.js';
import { addDays, clock, type CalendarDate } from '../../../core/index.js';
import { pricing } from '../../../pricing-wasm/index.js';

/** One expiry that keeps put-call parity exactly. */
export interface SyntheticExpiry {
  readonly days: number;
  readonly forward: number;
  readonly rate: number;
  readonly vol: number;
}

/** Quotes of the close of Friday 2023-02-03, downloaded that night. */
const quotesAt = { date: '2023-02-03' as CalendarDate, second: clock(16, 15) };

export const chainColumns = 'quote_ts,root,underlying_price,expiry,strike,right,bid,ask,iv'.split(',');

export const expiryAfter = (days: number): CalendarDate => addDays(quotesAt.date, days);

/** Quotes whose mids are Black-76 prices: strikes from 80% to 120% of the spot in steps of 1%. */
export const syntheticChain = (
  spot: number,
  expiries: ReadonlyArray<SyntheticExpiry>,
  { root = 'SPXW', spread = 0.01 } = {},
): Table => ({
  columns: chainColumns,
  rows: expiries.flatMap((each) => rowsOf(spot, each, root, spread)),
});

const rowsOf = (
  spot: number,
  { days, forward, rate, vol }: SyntheticExpiry,
  root: string,
  spread: number,
): ReadonlyArray<ReadonlyArray<string>> => {
  const expiry = expiryAfter(days);
  const strikes = Array.from({ length: 41 }, (_, step) => (spot * (80 + step)) / 100);
  const contracts = strikes.flatMap((strike) => [0, 1].map((right) => ({ strike, right })));
  const all = (value: number): Float64Array => new Float64Array(contracts.length).fill(value);
  const priced = pricing.black76(
    {
      right: Uint8Array.from(contracts, ({ right }) => right),
      underlying: all(forward),
      strike: Float64Array.from(contracts, ({ strike }) => strike),
      years: all(yearsBetween(quotesAt, settlementOf(expiry, rootTerms(root)))),
      rate: all(rate),
      dividendYield: all(0),
      volatility: all(vol),
    },
    'none',
  );
  if (priced._tag === 'Left') throw new Error(priced.left._tag);
  const { price } = priced.right;
  return contracts.map(({ strike, right }, at) => {
    const half = Math.min(spread / 2, price[at]! / 2);
    const cells = [spot, expiry, strike, right === 0 ? 'C' : 'P', price[at]! - half, price[at]! + half, 0];
    return ['2023-02-03T23:24-05:00', root, ...cells.map(String)];
  });
};

import { isLeft, isRight, right, type Either } from 'fp-ts/lib/Either.js';
import { daysToExpiration, formatTime, type Pricing } from '../../../core/index.js';
import { computedTable } from '../pricing/computed-table.js';
import { refusal, type Refusal } from '../pricing/refusal.js';
import type { Table, TableError } from '../table/table.js';
import type { ChainDocument } from './chain-document.js';
import { computedColumns } from './chain-columns.js';
import { chainValues, type ChainValues, type ForwardQuote } from './chain-values.js';
import { expiriesIn, type Expiry } from './expiries.js';
import { expiryRows } from './expiry-rows.js';
import { forwardsOf } from './forwards.js';
import { quoteRows } from './quote-rows.js';
import { rootTerms } from './roots.js';
import { vendorComparison } from './vendor-comparison.js';

/** What is asked of a quote table. */
export interface ChainOptions {
  /** Continuously compounded per year; null for the rate that the quotes imply. */
  readonly rate: number | null;
  /** Calendar days to expiry, both included. */
  readonly days: { readonly from: number; readonly to: number };
}

/** A quote table with volatilities and Greeks, and what it says in numbers. */
export interface Chain {
  readonly table: Table;
  readonly document: ChainDocument;
}

/** Implies forwards, volatilities and Greeks of a table of option quotes. Every row keeps its place. */
export const chainTable = (
  pricing: Pricing,
  table: Table,
  { rate, days }: ChainOptions,
): Either<TableError, Chain> => {
  const rows = quoteRows(table);
  if (isLeft(rows)) return rows;
  const refusals = new Map<number, Refusal>();
  rows.right.forEach((row, at) => {
    if (isLeft(row)) refusals.set(at, row.left);
  });
  const expiries = expiriesIn(rows.right.filter(isRight).map((row) => row.right));
  const forwards = forwardsOf(expiries, rate);
  const asked: ForwardQuote[] = [];
  for (const expiry of expiries) {
    const forward = forwards.get(expiry);
    const why = notAsked(expiry, days) ?? (forward === undefined ? noForward(expiry) : null);
    for (const quote of expiry.quotes)
      if (why !== null) refusals.set(quote.row, why);
      else if (forward !== undefined) asked.push({ quote, expiry, forward });
  }
  const values = chainValues(pricing, asked);
  if (isLeft(values)) return values;
  return right(chainOf(table, asked, values.right, refusals));
};

const chainOf = (
  table: Table,
  asked: ReadonlyArray<ForwardQuote>,
  values: ChainValues,
  refusals: ReadonlyMap<number, Refusal>,
): Chain => {
  const indexes = new Map(asked.map(({ quote }, index) => [quote.row, index]));
  const computed = computedTable(
    table,
    computedColumns(values).map(({ name, cell }) => ({ name, cell: (row) => cell(indexes.get(row) ?? -1) })),
    (row) => refusals.get(row) ?? values.refusalOf(indexes.get(row) ?? -1),
  );
  const implied = asked.map((each, index) => ({
    ...each,
    volatility: values.contracts.volatility[index] ?? NaN,
  }));
  return {
    table: computed.table,
    document: {
      schema: 'tomking.chain/1',
      rows: computed.summary,
      expiries: expiryRows(implied),
      vendor: vendorComparison(implied),
      american: [...new Set(asked.map(({ quote }) => quote.root))].filter(
        (root) => rootTerms(root).exercise === 'american',
      ),
    },
  };
};

const notAsked = ({ at, expiry, settles, years }: Expiry, asked: ChainOptions['days']): Refusal | null => {
  if (years <= 0)
    return refusal('expired', 'expiry', formatTime(settles), `after the quotes of ${formatTime(at)}`);
  const days = daysToExpiration(at.date, expiry);
  return days >= asked.from && days <= asked.to
    ? null
    : refusal('not_asked', 'days', days, `from ${asked.from} to ${asked.to}`);
};

const noForward = ({ root, expiry }: Expiry): Refusal => ({
  status: 'no_forward',
  reason: `${root} ${expiry}: too few strikes with a call and a put quoted both for put-call parity`,
});

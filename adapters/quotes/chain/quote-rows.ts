import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { CalendarDate, ExchangeTime, OptionRight } from '../../../core/index.js';
import { refusal, type Refusal } from '../pricing/refusal.js';
import { columnsNamed } from '../table/columns.js';
import type { Table, TableError } from '../table/table.js';
import { dateCell, momentCell, numberCell, priceCell, rightCell } from './quote-cells.js';

/** One recorded quote with both a bid and an ask. */
export interface Quote {
  /** The row of the table, from 0. */
  readonly row: number;
  readonly at: ExchangeTime;
  readonly root: string;
  readonly spot: number;
  readonly expiry: CalendarDate;
  readonly strike: number;
  readonly right: OptionRight;
  readonly bid: number;
  readonly ask: number;
  /** The vendor's implied volatility; null where it gave none. */
  readonly vendorVolatility: number | null;
}

/** What each row of a table is: a quote, or why it is none. */
export type QuoteRow = Either<Refusal, Quote>;

/** Reads a quote table. Errors: a missing column; a cell that is not what it must be refuses its own row alone. */
export const quoteRows = (table: Table): Either<TableError, ReadonlyArray<QuoteRow>> => {
  const places = columnsNamed(table, required);
  if (isLeft(places)) return places;
  const vendorPlace = table.columns.indexOf('iv');
  return right(
    table.rows.map((cells, row) =>
      quoteOf(row, (name) => cells[places.right[name]] ?? '', cells[vendorPlace] ?? ''),
    ),
  );
};

/** The middle of bid and ask. */
export const midOf = ({ bid, ask }: Quote): number => (bid + ask) / 2;

const required = ['quote_ts', 'root', 'underlying_price', 'expiry', 'strike', 'right', 'bid', 'ask'] as const;

const quoteOf = (
  row: number,
  cell: (name: (typeof required)[number]) => string,
  vendorCell: string,
): QuoteRow => {
  const unreadable = (name: (typeof required)[number], limit: string): QuoteRow =>
    left(refusal('unreadable', name, cell(name), limit));
  const at = momentCell(cell('quote_ts'));
  if (at === null) return unreadable('quote_ts', 'a time YYYY-MM-DDTHH:MM-05:00 the calendar knows');
  const spot = priceCell(cell('underlying_price'));
  if (spot === null) return unreadable('underlying_price', 'a number above 0');
  const expiry = dateCell(cell('expiry'));
  if (expiry === null) return unreadable('expiry', 'a real date, YYYY-MM-DD');
  const strike = priceCell(cell('strike'));
  if (strike === null) return unreadable('strike', 'a number above 0');
  const optionRight = rightCell(cell('right'));
  if (optionRight === null) return unreadable('right', 'C or P');
  const bid = numberCell(cell('bid'));
  if (bid === null) return unreadable('bid', 'a finite decimal number');
  const ask = numberCell(cell('ask'));
  if (ask === null) return unreadable('ask', 'a finite decimal number');
  if (ask <= 0) return left(refusal('no_ask', 'ask', ask, 'above 0'));
  if (bid <= 0) return left(refusal('no_bid', 'bid', bid, 'above 0'));
  if (bid > ask) return left(refusal('crossed', 'bid', bid, `at most the ask ${ask}`));
  const quote = { row, at, root: cell('root'), spot, expiry, strike, right: optionRight, bid, ask };
  return right({ ...quote, vendorVolatility: priceCell(vendorCell) });
};

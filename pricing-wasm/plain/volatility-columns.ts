import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  EuropeanModel,
  PricingError,
  QuoteColumns,
  VolatilityColumns,
} from '../../core/pricing/index.js';
import { freshColumns, quoteColumns, rowsOf } from '../columns.js';
import { emptyQuoteRow, type QuoteRow } from './implied-volatility/quote-row.js';
import { solveQuote } from './implied-volatility/solve.js';

/** `impliedVolatility` of the Pricing port, row by row. */
export const findVolatilities = (
  model: EuropeanModel,
  quotes: QuoteColumns,
): Either<PricingError, VolatilityColumns> => {
  const rows = rowsOf(quotes, quoteColumns);
  if (isLeft(rows)) return rows;
  const values = freshColumns(rows.right, ['volatility']);
  const row = emptyQuoteRow();
  row.isFutures = model === 'black76';
  for (let at = 0; at < rows.right; at += 1) {
    readRow(row, quotes, at);
    solveQuote(row);
    values.status[at] = row.status;
    values.volatility[at] = row.volatility;
  }
  return right(values);
};

const readRow = (row: QuoteRow, quotes: QuoteColumns, at: number): void => {
  row.right = quotes.right[at] as number;
  row.underlying = quotes.underlying[at] as number;
  row.strike = quotes.strike[at] as number;
  row.years = quotes.years[at] as number;
  row.rate = quotes.rate[at] as number;
  row.dividendYield = row.isFutures ? row.rate : (quotes.dividendYield[at] as number);
  row.price = quotes.price[at] as number;
};

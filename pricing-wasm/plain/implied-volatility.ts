import type { EuropeanModel } from '../../core/pricing/index.js';
import { emptyQuoteRow } from './implied-volatility/quote-row.js';
import { solveQuote } from './implied-volatility/solve.js';

/** One European option with its quoted price, with the units of `QuoteColumns`. */
export interface SingleQuote {
  readonly right: 'call' | 'put';
  readonly underlying: number;
  readonly strike: number;
  readonly years: number;
  readonly rate: number;
  /** Not read where the underlying is a futures price. */
  readonly dividendYield?: number;
  readonly price: number;
}

/** The volatility per 1.00, or NaN and a `RowStatus` that says why there is none. */
export interface SingleVolatility {
  readonly status: number;
  readonly volatility: number;
}

/**
 * The volatility at which `model` gives the quoted price of one option: the bits, accuracy and statuses of
 * `pricing.impliedVolatility`; never an exception.
 */
export const impliedVolatility = (quote: SingleQuote, model: EuropeanModel): SingleVolatility => {
  row.right = codeOf(quote.right);
  row.underlying = quote.underlying;
  row.strike = quote.strike;
  row.years = quote.years;
  row.rate = quote.rate;
  row.isFutures = model === 'black76';
  row.dividendYield = row.isFutures ? quote.rate : (quote.dividendYield ?? 0);
  row.price = quote.price;
  solveQuote(row);
  return { status: row.status, volatility: row.volatility };
};

const row = emptyQuoteRow();

/** Any other word is outside the domain. */
const codeOf = (right: string): number => (right === 'call' ? 0 : right === 'put' ? 1 : 2);

import { RowStatus } from '../../../core/pricing/index.js';
import { lookAgain } from './delicate-quote.js';
import { readQuote } from './quote.js';
import type { QuoteRow } from './quote-row.js';
import { findRatio } from './ratio.js';
import { refineWidth } from './refine.js';
import { guessWidth } from './seed.js';
import { statusOfVolatility } from './status.js';

/**
 * Finds the volatility and the status of a row; the same operations in the same order as the kernel in
 * `assembly/implied-volatility/`, so the same bits. Where the kernel masks one of two results, here is a branch.
 */
export const solveQuote = (row: QuoteRow): void => {
  if (readQuote(row)) lookAgain(row);
  if (row.status === RowStatus.priced) {
    guessWidth(row);
    findRatio(row);
    refineWidth(row);
    findRatio(row);
    refineWidth(row);
    row.volatility = row.width / Math.sqrt(row.years);
    row.status = statusOfVolatility(row.volatility);
  }
  if (row.status !== RowStatus.priced) row.volatility = NaN;
};

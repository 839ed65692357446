import { BLOCK_ROWS, NUMBER_BYTES, blockStart, bytesStart, numbersStart } from './arena';
import { findMoneyness } from './moneyness';
import { findPresentValues } from './present-value';
import { findTails } from './tails';
import { writeValues } from './values';

// European options, block by block, stage by stage. Black-76 is Black-Scholes-Merton with dividendYield =
// rate, except that its rho holds the futures price fixed: -years * price.

const PAIR_BYTES: usize = 2 * NUMBER_BYTES;

/** Prices rows [0, rows). `futures` must be a literal: the compiler makes one kernel for each model. */
@inline
export function priceEuropean(rows: usize, futures: bool): void {
  for (let first: usize = 0; first < rows; first += BLOCK_ROWS) {
    const numbers = numbersStart() + first * NUMBER_BYTES;
    const bytes = bytesStart() + first;
    const block = blockStart();
    const length = min(BLOCK_ROWS, rows - first) * NUMBER_BYTES;
    for (let at: usize = 0; at < length; at += PAIR_BYTES) findMoneyness(numbers + at, block + at, futures);
    for (let at: usize = 0; at < length; at += PAIR_BYTES) findPresentValues(numbers + at, block + at, futures);
    for (let at: usize = 0; at < length; at += PAIR_BYTES) findTails(block + at);
    for (let at: usize = 0; at < length; at += PAIR_BYTES) {
      writeValues(numbers + at, bytes + at / NUMBER_BYTES, block + at, futures);
    }
  }
}

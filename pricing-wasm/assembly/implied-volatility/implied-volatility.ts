import { NUMBER_BYTES, RIGHT, STATUS, codeStride, codesStart, numbersStart, stride } from '../arena';
import { BLOCK_ROWS, blockStart } from './block';
import { lookAgainAtDelicateQuotes } from './delicate-quotes';
import { readQuotes } from './quotes';
import { findRatios } from './ratios';
import { refineWidths } from './refine';
import { guessWidths } from './seed';
import { writeVolatilities } from './volatility';

/**
 * The implied volatilities of rows [0, rows): reads PRICE, writes VOLATILITY. `futures` must be a literal: the
 * compiler makes one kernel for each model. Two steps take a guess wrong by 10% to the rounding of a double.
 */
@inline
export function findVolatilities(capacity: usize, rows: usize, futures: bool): void {
  const columns = stride(capacity);
  const block = blockStart();
  const rightsStart = codesStart(capacity) + RIGHT * codeStride(capacity);
  const statusesStart = codesStart(capacity) + STATUS * codeStride(capacity);
  for (let first: usize = 0; first < rows; first += BLOCK_ROWS) {
    const numbers = numbersStart() + first * NUMBER_BYTES;
    const rights = rightsStart + first;
    const length = ((min(BLOCK_ROWS, rows - first) + 3) & ~3) * NUMBER_BYTES;
    const anyDelicate = readQuotes(numbers, columns, rights, block, length, futures);
    if (anyDelicate) lookAgainAtDelicateQuotes(numbers, columns, rights, block, length, futures);
    guessWidths(block, length);
    findRatios(block, length);
    refineWidths(block, length);
    findRatios(block, length);
    refineWidths(block, length);
    writeVolatilities(numbers, columns, statusesStart + first, block, length);
  }
}

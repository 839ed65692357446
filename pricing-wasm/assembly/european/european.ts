import { NUMBER_BYTES, RIGHT, STATUS, codeStride, codesStart, numbersStart, stride } from '../arena';
import { BLOCK_ROWS, blockStart } from './block';
import { lookAgainAtDelicateRows } from './delicate-rows';
import { readRows } from './read-rows';
import { writeFirstOrder } from './first-order';
import { findMoneyness } from './moneyness';
import { findPresentValues } from './present-value';
import { writePrices } from './price';
import { writeStatuses } from './row-status';
import { writeSecondOrder } from './second-order';
import { findPoints, findTails } from './tails';
import { writeThirdOrder } from './third-order';

// European options, block by block, stage by stage. Black-76 is Black-Scholes-Merton with dividendYield =
// rate, except that its rho holds the futures price fixed: -years * price.

/** How many value columns are written up to `order`, price included. */
@inline
function valueColumns(order: i32): usize {
  return order == 0 ? 1 : <usize>(3 + 3 * order);
}

/**
 * Prices rows [0, rows) and writes the Greeks up to `order`: 0 none, 1 delta .. rho, 2 also vanna .. charm, 3 also
 * speed .. zomma. `futures` must be a literal: the compiler makes one kernel for each model.
 */
@inline
export function priceEuropean(capacity: usize, rows: usize, order: i32, futures: bool): void {
  const columns = stride(capacity);
  const block = blockStart();
  const rightsStart = codesStart(capacity) + RIGHT * codeStride(capacity);
  const statusesStart = codesStart(capacity) + STATUS * codeStride(capacity);
  for (let first: usize = 0; first < rows; first += BLOCK_ROWS) {
    const numbers = numbersStart() + first * NUMBER_BYTES;
    const rights = rightsStart + first;
    const blockRows = (min(BLOCK_ROWS, rows - first) + 3) & ~3;
    const length = blockRows * NUMBER_BYTES;
    readRows(numbers, columns, rights, block, length, futures);
    findMoneyness(numbers, columns, block, length, futures);
    findPresentValues(numbers, columns, block, length, futures);
    findPoints(block, length);
    const anyDelicate = findTails(block, length, futures);
    if (anyDelicate) lookAgainAtDelicateRows(numbers, columns, block, length, futures);
    writePrices(numbers, columns, block, length);
    if (order > 0) writeFirstOrder(numbers, columns, block, length, futures);
    if (order > 1) writeSecondOrder(numbers, columns, block, length, futures);
    if (order > 2) writeThirdOrder(numbers, columns, block, length, futures);
    writeStatuses(numbers, columns, rights, statusesStart + first, block, blockRows, valueColumns(order), futures);
  }
}

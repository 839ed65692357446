// The exports of the module. It imports nothing and owns its memory; the host fills the input columns of
// `arena.ts`, calls a kernel with a number of rows, and reads the output columns.
// A new kernel (second-order Greeks, implied volatility, American exercise) is one file and one export here.
import { NUMBER_BYTES, ROWS, RIGHT, STATUS, arenaStart, byteColumnsStart, numberColumn } from './arena';
import { priceEuropeanPair } from './european';

/** How many rows one call may price. */
export function capacity(): i32 {
  return <i32>ROWS;
}

/** Address of a number column: 0 underlying, 1 strike, ... in the order of `arena.ts`. */
export function numberColumnAddress(column: i32): usize {
  return numberColumn(<usize>column);
}

export function rightColumnAddress(): usize {
  return byteColumnsStart() + RIGHT;
}

export function statusColumnAddress(): usize {
  return byteColumnsStart() + STATUS;
}

/** Prices rows [0, rows), rows <= capacity. An odd last row is priced with whatever lies beside it. */
export function blackScholesMerton(rows: i32): void {
  let numbers = arenaStart();
  let bytes = byteColumnsStart();
  for (let row = 0; row < rows; row += 2) {
    priceEuropeanPair(numbers, bytes, false);
    numbers += 2 * NUMBER_BYTES;
    bytes += 2;
  }
}

/** As `blackScholesMerton`, with the underlying a futures price; the dividendYield column is not read. */
export function black76(rows: i32): void {
  let numbers = arenaStart();
  let bytes = byteColumnsStart();
  for (let row = 0; row < rows; row += 2) {
    priceEuropeanPair(numbers, bytes, true);
    numbers += 2 * NUMBER_BYTES;
    bytes += 2;
  }
}

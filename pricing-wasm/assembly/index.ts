// The exports of the module. It imports nothing and owns its memory; the host fills the input columns of
// `arena.ts`, calls a kernel with a number of rows, and reads the output columns.
// A new kernel (second-order Greeks, implied volatility, American exercise) is one file and one export here.
import { RIGHT, ROWS, STATUS, bytesStart, numberColumn } from './arena';
import { priceEuropean } from './european';

/** How many rows one call may price. */
export function capacity(): i32 {
  return <i32>ROWS;
}

/** Address of a number column: 0 underlying, 1 strike, ... in the order of `arena.ts`. */
export function numberColumnAddress(column: i32): usize {
  return numberColumn(<usize>column);
}

export function rightColumnAddress(): usize {
  return bytesStart() + RIGHT;
}

export function statusColumnAddress(): usize {
  return bytesStart() + STATUS;
}

/** Prices rows [0, rows), rows <= capacity. An odd last row is priced with whatever lies beside it. */
export function blackScholesMerton(rows: i32): void {
  priceEuropean(<usize>rows, false);
}

/** As `blackScholesMerton`, with the underlying a futures price; the dividendYield column is not read. */
export function black76(rows: i32): void {
  priceEuropean(<usize>rows, true);
}

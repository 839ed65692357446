// The exports of the module. It imports nothing and owns its memory; the host opens one arena in it, fills the
// input columns, calls a kernel with a number of rows, and reads the output columns (`arena.ts`).
import { arenaEnd, codeStride, codesStart, numbersStart, stride } from './arena';
import { priceEuropean } from './european/european';
import { findVolatilities } from './implied-volatility/implied-volatility';

/** Bytes of memory that an arena of `capacity` rows needs; the host grows the memory to it. */
export function arenaBytes(capacity: i32): usize {
  return arenaEnd(<usize>capacity);
}

/** Address of f64 column `column`, in the order of `arena.ts`. */
export function numberColumnAddress(capacity: i32, column: i32): usize {
  return numbersStart() + <usize>column * stride(<usize>capacity);
}

/** Address of u8 column `column`: 0 right, 1 status. */
export function codeColumnAddress(capacity: i32, column: i32): usize {
  return codesStart(<usize>capacity) + <usize>column * codeStride(<usize>capacity);
}

/** Prices rows [0, rows), rows <= capacity, with Greeks up to `order` (0 to 3). */
export function blackScholesMerton(capacity: i32, rows: i32, order: i32): void {
  priceEuropean(<usize>capacity, <usize>rows, order, false);
}

/** As `blackScholesMerton`, with the underlying a futures price; the dividendYield column is not read. */
export function black76(capacity: i32, rows: i32, order: i32): void {
  priceEuropean(<usize>capacity, <usize>rows, order, true);
}

/** Implied volatilities of rows [0, rows), rows <= capacity; the underlying is a futures price where `futures` is not 0. */
export function impliedVolatility(capacity: i32, rows: i32, futures: i32): void {
  if (futures != 0) findVolatilities(<usize>capacity, <usize>rows, true);
  else findVolatilities(<usize>capacity, <usize>rows, false);
}

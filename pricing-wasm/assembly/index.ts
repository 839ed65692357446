// The exports of the module. It imports nothing and owns its memory; the host opens one arena in it, fills the
// input columns, calls a kernel with a number of rows, and reads the output columns (`arena.ts`).
import { arenaEnd, codeStride, codesStart, numbersStart, stride } from './arena';
import { addEarlyExercise } from './american/american';
import { priceEuropean } from './european/european';

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

/**
 * American options: tier 0 fast, 1 standard, 2 precise; `greeks` 0 the price alone, 1 also delta, gamma and theta, 2
 * also vega and rho, plus 4 where the underlying is a futures price, the dividendYield column then holding the rate.
 * Of the Greeks not asked for the columns are spoilt.
 */
export function american(capacity: i32, rows: i32, tier: i32, greeks: i32): void {
  const futures = (greeks & 4) != 0;
  const asked = greeks & 3;
  const order = asked > 0 ? 1 : 0;
  if (futures) black76(capacity, rows, order);
  else blackScholesMerton(capacity, rows, order);
  addEarlyExercise(<usize>capacity, <usize>rows, tier, asked, futures);
}

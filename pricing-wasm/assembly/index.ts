// The exports of the module. It imports nothing and owns its memory; the host opens one arena in it, fills the
// input columns, calls a kernel with a number of rows, and reads the output columns (`arena.ts`).
import { addEarlyExercise } from './american/american';
import { arenaEnd, codeStride, codesStart, groupsStart, numbersStart, resultsStart, stride } from './arena';
import { addRows, clearGroups } from './book/group-sums';
import { priceEuropean } from './european/european';
import { findVolatilities } from './implied-volatility/implied-volatility';
import { addGrid, clearGrid } from './scenario/scenario-grid';

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

/** Address of the u32 column of groups. */
export function groupColumnAddress(capacity: i32): usize {
  return groupsStart(<usize>capacity);
}

/** Address of the results: a book's sums (`book/`), or a grid's axes and cells (`scenario/`). */
export function resultsAddress(capacity: i32): usize {
  return resultsStart(<usize>capacity);
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

/** Makes the sums of `groups` groups 0, of `values` value columns each. */
export function clearSums(capacity: i32, groups: i32, values: i32): void {
  clearGroups(<usize>capacity, <usize>groups, <usize>values);
}

/** Adds quantity x value of rows [0, rows) to the sums of their groups, whose codes the host has checked. */
export function addToSums(capacity: i32, rows: i32, values: i32): void {
  addRows(<usize>capacity, <usize>rows, <usize>values);
}

/** Makes the first `cells` cells of a scenario grid 0. */
export function clearScenarios(capacity: i32, cells: i32): void {
  clearGrid(<usize>capacity, <usize>cells);
}

/** Adds rows [0, rows), a multiple of 4, to the cells of a scenario grid, `forward` years from now. */
export function addScenarios(capacity: i32, rows: i32, spots: i32, volatilities: i32, forward: f64): void {
  addGrid(<usize>capacity, <usize>rows, <usize>spots, <usize>volatilities, forward);
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

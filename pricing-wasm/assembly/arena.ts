// The kernel's memory: one static arena of columns, filled by the host, priced in place, never grown.
//
//   arena  | number columns: underlying strike years rate dividendYield volatility | price delta gamma vega
//          | theta rho | byte columns: right | status
//
// A batch longer than ROWS is priced in chunks. ROWS keeps every column of a chunk inside the second-level
// cache; the column stride is not a power of two, so that the twelve streams do not compete for one cache set.

export const ROWS: usize = 1024;

export const NUMBER_BYTES: usize = 8;
const COLUMN_STRIDE: usize = ROWS * NUMBER_BYTES + 192;
const BYTE_COLUMN_STRIDE: usize = ROWS + 64;

// Offsets from the first byte of a row in the first number column.
export const UNDERLYING: usize = 0 * COLUMN_STRIDE;
export const STRIKE: usize = 1 * COLUMN_STRIDE;
export const YEARS: usize = 2 * COLUMN_STRIDE;
export const RATE: usize = 3 * COLUMN_STRIDE;
export const DIVIDEND_YIELD: usize = 4 * COLUMN_STRIDE;
export const VOLATILITY: usize = 5 * COLUMN_STRIDE;
export const PRICE: usize = 6 * COLUMN_STRIDE;
export const DELTA: usize = 7 * COLUMN_STRIDE;
export const GAMMA: usize = 8 * COLUMN_STRIDE;
export const VEGA: usize = 9 * COLUMN_STRIDE;
export const THETA: usize = 10 * COLUMN_STRIDE;
export const RHO: usize = 11 * COLUMN_STRIDE;
const NUMBER_COLUMNS: usize = 12;

// Offsets from the first byte of a row in the first byte column.
export const RIGHT: usize = 0;
export const STATUS: usize = BYTE_COLUMN_STRIDE;

/** The first 64-byte line after the static data. */
@inline
export function arenaStart(): usize {
  return (__heap_base + 63) & ~63;
}

@inline
export function byteColumnsStart(): usize {
  return arenaStart() + NUMBER_COLUMNS * COLUMN_STRIDE;
}

/** Address of a number column, counted as in the list above. */
@inline
export function numberColumn(column: usize): usize {
  return arenaStart() + column * COLUMN_STRIDE;
}

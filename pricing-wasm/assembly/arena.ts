// The kernel's memory, static and never grown.
//
//   columns  filled and read by the host, ROWS long: underlying strike years rate dividendYield volatility,
//            then price delta gamma vega theta rho; then the byte columns right and status
//   block    the kernel's own: what one stage of a calculation leaves for the next, BLOCK_ROWS long
//
// A batch longer than ROWS is priced in chunks by the host; a chunk is priced in blocks by the kernel. Short
// stages over a block let the processor overlap several rows, which one long calculation per row does not.
// The column stride is not a power of two, so that the streams do not compete for one cache set.

export const ROWS: usize = 1024;
export const BLOCK_ROWS: usize = 64;
export const NUMBER_BYTES: usize = 8;

const STRIDE: usize = ROWS * NUMBER_BYTES + 192;
const BYTE_STRIDE: usize = ROWS + 64;
const BLOCK_STRIDE: usize = BLOCK_ROWS * NUMBER_BYTES;
const NUMBER_COLUMNS: usize = 12;

// Offsets from the address of a row in the first number column.
export const UNDERLYING: usize = 0 * STRIDE;
export const STRIKE: usize = 1 * STRIDE;
export const YEARS: usize = 2 * STRIDE;
export const RATE: usize = 3 * STRIDE;
export const DIVIDEND_YIELD: usize = 4 * STRIDE;
export const VOLATILITY: usize = 5 * STRIDE;
export const PRICE: usize = 6 * STRIDE;
export const DELTA: usize = 7 * STRIDE;
export const GAMMA: usize = 8 * STRIDE;
export const VEGA: usize = 9 * STRIDE;
export const THETA: usize = 10 * STRIDE;
export const RHO: usize = 11 * STRIDE;

// Offsets from the address of a row in the first byte column.
export const RIGHT: usize = 0;
export const STATUS: usize = BYTE_STRIDE;

// Offsets from the address of a row in the block.
export const CENTRE: usize = 0 * BLOCK_STRIDE;
export const WIDTH: usize = 1 * BLOCK_STRIDE;
export const DISCOUNT: usize = 2 * BLOCK_STRIDE;
export const UNDERLYING_NOW: usize = 3 * BLOCK_STRIDE;
export const STRIKE_NOW: usize = 4 * BLOCK_STRIDE;
export const DENSITY: usize = 5 * BLOCK_STRIDE;
export const OUTSIDE_PRICE: usize = 6 * BLOCK_STRIDE;
export const UNDERLYING_TAIL: usize = 7 * BLOCK_STRIDE;
export const STRIKE_TAIL: usize = 8 * BLOCK_STRIDE;

/** The first cache line after the static data. */
@inline
export function numbersStart(): usize {
  return (__heap_base + 63) & ~63;
}

@inline
export function bytesStart(): usize {
  return numbersStart() + NUMBER_COLUMNS * STRIDE;
}

@inline
export function blockStart(): usize {
  return bytesStart() + 2 * BYTE_STRIDE;
}

/** Address of a number column, counted as in the list above. */
@inline
export function numberColumn(column: usize): usize {
  return numbersStart() + column * STRIDE;
}

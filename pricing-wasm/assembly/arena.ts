// The module's memory. It holds one arena: columns of `capacity` rows each, filled and read by the host, after
// the kernels' own scratch. The host grows the memory once, when it opens the arena, and never again.
//
//   scratch  the kernels' own, SCRATCH_BYTES: what one stage of a calculation leaves for the next
//   numbers  f64 columns, in the order of the list below, `stride(capacity)` bytes apart
//   codes    u8 columns: right, status
//   groups   a u32 column: the group that a row's values are summed in
//   results  RESULT_BYTES: the sums of a book's groups (`book/`), or the cells of a scenario grid (`scenario/`)
//
// Rows are priced four at a time: what lies beside an odd last row is priced with it.
// Column c of row i lies at numbersStart() + c * stride(capacity) + 8 i. Strides are no power of two, so that
// the streams do not compete for one cache set.

export const NUMBER_BYTES: usize = 8;
export const PAIR_BYTES: usize = 16;
export const GROUP_BYTES: usize = 4;
export const SCRATCH_BYTES: usize = 65536;
export const RESULT_BYTES: usize = 1053696; // a grid of 256 spots and 128 volatilities, or 4,096 groups

// Number columns. Inputs 0..5; a kernel for implied volatility reads PRICE and writes VOLATILITY.
export const UNDERLYING: usize = 0;
export const STRIKE: usize = 1;
export const YEARS: usize = 2;
export const RATE: usize = 3;
export const DIVIDEND_YIELD: usize = 4;
export const VOLATILITY: usize = 5;
export const PRICE: usize = 6;
export const DELTA: usize = 7;
export const GAMMA: usize = 8;
export const VEGA: usize = 9;
export const THETA: usize = 10;
export const RHO: usize = 11;
export const VANNA: usize = 12;
export const VOLGA: usize = 13;
export const CHARM: usize = 14;
export const SPEED: usize = 15;
export const COLOR: usize = 16;
export const ZOMMA: usize = 17;
export const QUANTITY: usize = 18; // an input: signed contracts times multiplier
export const NUMBER_COLUMNS: usize = 19;

// Code columns.
export const RIGHT: usize = 0;
export const STATUS: usize = 1;
export const CODE_COLUMNS: usize = 2;

/** Bytes from a row of one number column to the same row of the next. */
@inline
export function stride(capacity: usize): usize {
  return ((capacity + 3) & ~3) * NUMBER_BYTES + 192;
}

@inline
export function codeStride(capacity: usize): usize {
  return ((capacity + 3) & ~3) + 64;
}

/** The first cache line after the static data. */
@inline
export function scratchStart(): usize {
  return (__heap_base + 63) & ~63;
}

@inline
export function numbersStart(): usize {
  return scratchStart() + SCRATCH_BYTES;
}

@inline
export function codesStart(capacity: usize): usize {
  return numbersStart() + NUMBER_COLUMNS * stride(capacity);
}

@inline
export function groupsStart(capacity: usize): usize {
  return (codesStart(capacity) + CODE_COLUMNS * codeStride(capacity) + 63) & ~63;
}

@inline
export function resultsStart(capacity: usize): usize {
  return (groupsStart(capacity) + capacity * GROUP_BYTES + 63) & ~63;
}

/** The bytes of memory that an arena of this capacity needs, all told. */
@inline
export function arenaEnd(capacity: usize): usize {
  return resultsStart(capacity) + RESULT_BYTES;
}

import { NUMBER_BYTES, scratchStart } from '../arena';

// European options are priced in blocks of rows, stage by stage. The block, at the start of the scratch, is what one
// stage leaves for the next. Stages are loops of their own because the processor looks only some hundred vector
// instructions ahead: a short loop lets it overlap several rows, and two pairs of rows in one turn share constants.
//
// Of the two options on a row's strike, a call and a put, one is out of the money on the forward. `near` is the
// smaller of |d1| and |d2|, `far` the larger; the strike's d2 is near where the forward is at or above the strike.

export const BLOCK_ROWS: usize = 64;

const STRIDE: usize = BLOCK_ROWS * NUMBER_BYTES;

// Offsets from the address of a row in the block.
export const SIGN: usize = 0 * STRIDE; // the sign bit of a put
export const ROOT: usize = 1 * STRIDE; // sqrt(years)
export const WIDTH: usize = 2 * STRIDE; // volatility sqrt(years)
export const CARRY: usize = 3 * STRIDE; // (rate - dividendYield) years
export const CENTRE: usize = 4 * STRIDE; // ln(forward / strike) / width
export const DISCOUNT: usize = 5 * STRIDE;
export const UNDERLYING_NOW: usize = 6 * STRIDE; // present values
export const STRIKE_NOW: usize = 7 * STRIDE;
export const GAIN: usize = 8 * STRIDE; // of the forward over the strike, discounted
export const NEAR: usize = 9 * STRIDE; // a point, then its Mills ratio, then the present value times N(-point)
export const FAR: usize = 10 * STRIDE;
export const GAP: usize = 11 * STRIDE; // far - near, then the fall of the ratio between them
export const DENSITY: usize = 12 * STRIDE; // phi(near), then times its present value: UNDERLYING_NOW phi(d1)
export const OUTSIDE_PRICE: usize = 13 * STRIDE; // of the option out of the money
export const DELICATE: usize = 14 * STRIDE; // mask of the rows that `delicate-rows.ts` looks at again

// Extremes over the rows of a block, from its start; each a pair of lanes.
export const LOWEST_PRICE: usize = 15 * STRIDE; // of underlyings and strikes
export const HIGHEST_PRICE: usize = LOWEST_PRICE + 16;
export const LOWEST_TIME: usize = LOWEST_PRICE + 32; // of years and volatilities
export const FARTHEST_DISCOUNT: usize = LOWEST_PRICE + 48; // of |rate years| and |dividendYield years|
export const STEEPEST_YIELD: usize = LOWEST_PRICE + 64; // of |dividendYield|
export const SUM: usize = LOWEST_PRICE + 80; // of inputs and outputs: finite only if all of them are

@inline
export function blockStart(): usize {
  return scratchStart();
}

/** Adds to SUM. */
@inline
export function addToSum(block: usize, sum: v128): void {
  v128.store(block, f64x2.add(v128.load(block, SUM), sum), SUM);
}

import { NUMBER_BYTES, resultsStart, scratchStart } from '../arena';
import { RUNNING_SUM_BYTES } from '../running-sum';

// A scenario grid's memory. The axes and the cells lie in the arena's results; what is found once for four legs, and
// what one stage leaves for the next, in the scratch.

const SPOT_LIMIT: usize = 256;
const VOLATILITY_LIMIT: usize = 128;

/** Spot shocks: a multiplier and its logarithm each. */
export const SPOT_BYTES: usize = 16;
/** Cells are running sums of the even and of the odd legs. */
export const CELL_BYTES: usize = RUNNING_SUM_BYTES;

@inline
export function spotsStart(capacity: usize): usize {
  return resultsStart(capacity);
}

/** f64 multipliers of volatility. */
@inline
export function volatilitiesStart(capacity: usize): usize {
  return spotsStart(capacity) + SPOT_LIMIT * SPOT_BYTES;
}

/** Cells, spot by spot within volatility by volatility. */
@inline
export function cellsStart(capacity: usize): usize {
  return volatilitiesStart(capacity) + VOLATILITY_LIMIT * NUMBER_BYTES;
}

// Four legs are two pairs; the second's values lie PAIR_STEP after the first's.
export const PAIR_STEP: usize = 128;
export const MONEYNESS: usize = 0; // ln(forward / strike)
export const UNDERLYING_NOW: usize = 16; // present values
export const STRIKE_NOW: usize = 32;
export const WIDTH: usize = 48; // volatility sqrt(years)
export const SIGN: usize = 64; // the sign bit of a put
export const AMOUNT: usize = 80; // the quantity
export const PER_WIDTH: usize = 96; // of the volatility at hand
export const HALF_WIDTH: usize = 112;

// One point a spot, two pairs each.
export const POINT_BYTES: usize = 96;
export const NEAR: usize = 0; // near - far side: negative where d1 and d2 lie on both sides of 0
export const FAR: usize = 16;
export const BELL: usize = 32; // exp(-near^2 / 2)
export const SECOND: usize = 48;

@inline
export function legsStart(): usize {
  return scratchStart();
}

@inline
export function pointsStart(): usize {
  return scratchStart() + 2 * PAIR_STEP;
}

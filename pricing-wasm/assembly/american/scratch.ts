import { scratchStart } from '../arena';

// What the stages of one pair of options leave for each other, in the kernels' scratch: pairs of numbers.

const PAIR: usize = 16;
const MOST_TIMES: usize = 12;
const MOST_POINTS: usize = MOST_TIMES * 11;

// The unit put: the put that the early exercise is worth as much as, in units of its strike and of the time to
// expiry.
/** underlying / strike. */
export const RATIO: usize = 0 * PAIR;
/** Its logarithm. */
export const MONEYNESS: usize = 1 * PAIR;
/** rate * years. */
export const RATE_TIME: usize = 2 * PAIR;
/** dividendYield * years. */
export const YIELD_TIME: usize = 3 * PAIR;
/** volatility * sqrt(years), at most 100. */
export const WIDTH: usize = 4 * PAIR;

// The boundary B(t), t the time left.
/** ln B(0+). */
export const NEAR_EXPIRY: usize = 5 * PAIR;
/** ln(B(0+) / B(infinity)): no boundary is deeper. */
export const GREATEST_DEPTH: usize = 6 * PAIR;
/** 1 / width. */
export const PER_WIDTH: usize = 7 * PAIR;
/** With y = ln(S / B) / width, d+ after an elapsed time of root c is y / c + slope c. */
export const SLOPE: usize = 8 * PAIR;
/** The share of smooth pasting in the boundary's equation; value matching has the rest. */
export const SMOOTH_SHARE: usize = 9 * PAIR;
/** ln(underlying / boundary now) / width. */
export const DISTANCE: usize = 10 * PAIR;

// The premium p(z), z = RATIO.
export const VALUE: usize = 11 * PAIR;
/** z p'(z). */
export const FIRST: usize = 12 * PAIR;
/** z^2 p''(z). */
export const SECOND: usize = 13 * PAIR;

// Exercise at the best time between now and expiry of an underlying that only drifts, parts as of the premium.
export const DRIFT_VALUE: usize = 14 * PAIR;
export const DRIFT_FIRST: usize = 15 * PAIR;
export const DRIFT_SECOND: usize = 16 * PAIR;
export const DRIFT_TIME: usize = 17 * PAIR;
export const DRIFT_CASH: usize = 18 * PAIR;

/** (ln(B(0+) / B(t)) / width)^2 at the collocation times, and the next step's. */
export const SQUARES: usize = 19 * PAIR;
export const IMPROVED: usize = SQUARES + MOST_TIMES * PAIR;
/** e^(-r s) and e^(-q s) at every point of the boundary's equation. */
export const DISCOUNTS: usize = IMPROVED + MOST_TIMES * PAIR;
export const YIELDS: usize = DISCOUNTS + MOST_POINTS * PAIR;
/** ln(B(0+) / B) / width at every point. */
export const DEPTHS: usize = YIELDS + MOST_POINTS * PAIR;

@inline
export function find(what: usize): v128 {
  return v128.load(scratchStart() + what);
}

@inline
export function leave(what: usize, value: v128): void {
  v128.store(scratchStart() + what, value);
}

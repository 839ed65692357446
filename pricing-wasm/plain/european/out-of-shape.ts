import { exponential, exponentialLessOne } from '../exponential.js';
import { compareRatios } from '../mills-ratio.js';
import { findPreciseExponent } from './precise-exponent.js';
import type { EuropeanRow } from './row.js';
import { isStrikeNear, perRootTwoPi } from './tails.js';

/**
 * Works out anew a row that the fast formulas do not fit: the price on both sides of 0 from what N and R fall short of
 * their values there, so that it keeps its digits as the width vanishes; the forward's gain from m,
 * strikeNow (exp(m) - 1); the limits, a width of 0, where the price is the discounted intrinsic value, and one without
 * bound.
 */
export const workOut = (row: EuropeanRow): void => {
  findPreciseExponent(row);
  const { width, strikeNow, points } = row;
  const hasWidth = width > smallestWidth;
  const divisor = hasWidth ? width : smallestWidth;
  row.centre = row.moneyness.high / divisor;
  const distance = Math.abs(row.centre);
  const halfWidth = width * 0.5;
  const twice = distance + distance;
  points.near = within(Math.abs(distance - halfWidth));
  points.far = within(distance + halfWidth);
  points.gap = within(width < twice ? width : twice);
  compareRatios(points);

  const nearNow = isStrikeNear(row) ? strikeNow : row.underlyingNow;
  const exponent = row.exponent.high;
  const logarithm = -(exponent < farthestExponent ? exponent : farthestExponent);
  const bell = exponent < farthestExponent ? exponential(logarithm) * (1 - row.exponent.low) : 0;
  const density = nearNow * (bell * perRootTwoPi);
  row.density = hasWidth ? density : 0;
  row.nearTail = density * points.nearRatio;
  row.farTail = density * points.farRatio;
  row.outsidePrice =
    distance >= halfWidth
      ? density * points.fall
      : density * points.fallenTogether - nearNow * exponentialLessOne(logarithm);

  row.width = divisor;
  if (!hasWidth) row.root = 1;
  if (!row.isFutures && Math.abs(row.moneyness.high) <= 0.25) {
    row.gain = strikeNow * exponentialLessOne(row.moneyness.high); // up to here the better difference
  }
};

const smallestWidth = 9.33263618503218879e-302; // 2^-1000; a width at or below it counts as 0
const farthestExponent = 708; // beyond it exp(-x) is no normal double; flushed to 0

/** No farther than 1,000, where every density is 0; so for NaN. */
const within = (point: number): number => (point < 1_000 ? point : 1_000);

import { logarithmOfRatio } from '../logarithm.js';
import type { QuoteRow } from './quote-row.js';

/**
 * A third-order Householder step on the logarithm of the value or the room; the formulas and their source are in
 * `assembly/implied-volatility/refine.ts`.
 */
export const refineWidth = (row: QuoteRow): void => {
  const { width, centre, numerator, denominator } = row;
  const halfWidth = width * 0.5;
  const near = centre - halfWidth;
  const far = centre + halfWidth;
  const offset = near * near * 0.5 + lnRootTwoPi - logarithmOfRatio(numerator, denominator * row.target);
  const steepness = (width * denominator) / numerator;
  const slope = row.isHigh ? -steepness : steepness;
  const step = offset / slope;
  const bend = near * far;
  const bendSlope = -(centre * centre * 3 + width * width * 0.25);
  const second = bend - slope;
  const third = bend * bend + bendSlope + slope * (slope + slope - bend * 3);
  const above = second * 0.5 * step + 1;
  const below = (third * perSix * step + second) * step + 1;
  row.width = width * ((step * above) / below) + width;
};

const lnRootTwoPi = 0.91893853320467274;
const perSix = 0.16666666666666666;

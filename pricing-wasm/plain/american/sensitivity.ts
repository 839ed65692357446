import { findBoundary } from './find-boundary.js';
import type { Grid } from './grid.js';
import type { MirroredPut } from './mirrored-put.js';
import { premiumOf } from './premium.js';
import { unitPutOf, type UnitPut } from './unit-put.js';

// The premium's derivatives by volatility and rate are central differences of premiums solved anew. The premium is
// smooth to the last digits, so the steps are small: their error is below that of the premium itself.

const premiumValue = (put: UnitPut, grid: Grid): number =>
  premiumOf(put, findBoundary(put, grid), grid).value;

const upward = 1.000244140625; // 1 + 2^-12
const downward = 0.999755859375;
const volatilityStep = 0.00048828125; // 2^-11, between the two

/** dp/dvolatility of the premium p in units of the strike. */
export const premiumVega = (put: UnitPut, volatility: number, grid: Grid): number => {
  const up = premiumValue({ ...put, width: put.width * upward }, grid);
  const down = premiumValue({ ...put, width: put.width * downward }, grid);
  return (up - down) / (volatility * volatilityStep);
};

const rateStep = 0.0001220703125; // 2^-13
const leastRateStep = 9.5367431640625e-7; // 2^-20

/** Which rates of the mirrored put move when the rate does: its rate, its yield (of a call) or both (futures). */
export type Moving = 'rate' | 'yield' | 'both';

/** dp/drate of the premium p in units of the strike; no step takes the put's rate below 0. */
export const premiumRho = (put: MirroredPut, moving: Moving, grid: Grid): number => {
  const { rate, dividendYield } = put;
  const part = rate * 0.03125;
  const most = rateStep < part ? rateStep : part;
  const step = most < leastRateStep ? leastRateStep : most;
  const lower = rate - step < 0 ? 0 : rate - step;
  const up = { rate: rate + step, dividendYield: dividendYield + step };
  const down = { rate: lower, dividendYield: dividendYield - step };
  const premium = (moved: Partial<MirroredPut>): number =>
    premiumValue(unitPutOf({ ...put, ...moved }), grid);
  switch (moving) {
    case 'rate':
      return (premium({ rate: up.rate }) - premium({ rate: down.rate })) / (up.rate - down.rate);
    case 'yield':
      return (
        (premium({ dividendYield: up.dividendYield }) - premium({ dividendYield: down.dividendYield })) /
        (up.dividendYield - down.dividendYield)
      );
    case 'both':
      return (premium(up) - premium(down)) / (up.rate - down.rate);
  }
};

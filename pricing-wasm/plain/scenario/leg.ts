import type { OptionColumns } from '../../../core/pricing/index.js';
import { exponential } from '../exponential.js';
import { logarithmOfRatio } from '../logarithm.js';

/** What is found once for a leg on a day, and then for its width at a volatility; as `assembly/scenario/legs.ts`. */
export interface Leg {
  readonly isCall: boolean;
  readonly quantity: number;
  /** ln(forward / strike). */
  readonly moneyness: number;
  readonly underlyingNow: number;
  readonly strikeNow: number;
  readonly width: number;
  perWidth: number;
  halfWidth: number;
}

/** The leg at `row`, `forward` years from now. */
export const legAt = (options: OptionColumns, quantity: Float64Array, row: number, forward: number): Leg => {
  const underlying = options.underlying[row] as number;
  const strike = options.strike[row] as number;
  const rate = options.rate[row] as number;
  const dividendYield = options.dividendYield[row] as number;
  const left = (options.years[row] as number) - forward;
  const years = left > 0 ? left : 0;
  return {
    isCall: options.right[row] === 0,
    quantity: quantity[row] as number,
    moneyness: logarithmOfRatio(underlying, strike) + (rate - dividendYield) * years,
    underlyingNow: underlying * exponential(dividendYield * -years),
    strikeNow: strike * exponential(rate * -years),
    width: (options.volatility[row] as number) * Math.sqrt(years),
    perWidth: 0,
    halfWidth: 0,
  };
};

/** A leg that is not held, beside an odd last one. */
export const noLeg = (): Leg => ({
  isCall: true,
  quantity: 0,
  moneyness: 0,
  underlyingNow: 1,
  strikeNow: 1,
  width: 0,
  perWidth: 0,
  halfWidth: 0,
});

const farthest = 37; // farther than any density is felt
const narrowest = 9.33263618503218879e-302; // 2^-1000, so that no division is by 0

/**
 * Gives the leg its width at a multiple of its volatility. No width at all makes the points of every spot but the
 * strike's lie at the farthest, and near and far the same: the price is the intrinsic value.
 */
export const widen = (leg: Leg, multiplier: number): void => {
  const width = leg.width * multiplier;
  const half = width * 0.5;
  leg.perWidth = 1 / (narrowest < width ? width : narrowest);
  leg.halfWidth = half < farthest ? half : farthest;
};

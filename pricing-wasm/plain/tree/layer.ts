import { logarithmOfRatio } from '../logarithm.js';

/** Values at prices `lowest` e^(spacing j), j = 0, 1, ..., and what the option is worth at a price of 0. */
export interface Layer {
  readonly lowest: number;
  readonly spacing: number;
  readonly values: Float64Array;
  readonly atZero: number;
}

/**
 * The value between the nodes: cubic in the logarithm of the price (Lagrange), linear in the price below the lowest
 * node. Layers are laid so wide that prices are above the highest node by no more than rounding.
 */
export const valueAt = ({ lowest, spacing, values, atZero }: Layer, price: number): number => {
  const first = values[0] ?? NaN;
  if (price <= lowest) return atZero + (first - atZero) * (price / lowest);
  const position = logarithmOfRatio(price, lowest) / spacing;
  const start = Math.min(Math.max(Math.floor(position) - 1, 0), values.length - 4);
  const x = position - start;
  const [a = NaN, b = NaN, c = NaN, d = NaN] = values.subarray(start, start + 4);
  const outer = (x - 1) * (x - 2);
  const inner = x * (x - 3);
  return (d * x - a * (x - 3)) * (outer / 6) + (b * (x - 2) - c * (x - 1)) * (inner / 2);
};

import { exponential } from '../exponential.js';
import type { Layer } from './layer.js';
import { intrinsicOf, type Terms } from './terms.js';

/** How one step of time moves the price, and what it makes of values. */
export interface Step {
  readonly years: number;
  /** The lower of the two moves, a factor; the upper is e^spacing times it. */
  readonly lower: number;
  readonly spacing: number;
  /** Discounted probabilities of the moves; they price the forward exactly. */
  readonly up: number;
  readonly down: number;
  readonly discount: number;
}

/** A binomial step around the drift of the logarithm: its probabilities are near 1/2 at any volatility. */
export const stepOf = ({ rate, dividendYield, volatility }: Terms, years: number): Step => {
  const half = volatility * Math.sqrt(years);
  const excess = exponential(volatility * volatility * 0.5 * years);
  const above = exponential(half);
  const below = 1 / above;
  const probability = (excess - below) / (above - below);
  const discount = exponential(-(rate * years));
  return {
    years,
    lower: exponential((rate - dividendYield - volatility * volatility * 0.5) * years) * below,
    spacing: half + half,
    up: probability * discount,
    down: (1 - probability) * discount,
    discount,
  };
};

/** Steps back over the values of a layer, one node fewer each time, weighing exercise where it is allowed. */
export const stepBack = (terms: Terms, step: Step, end: Layer, steps: number): Layer => {
  const values = end.values.slice();
  let { lowest, atZero } = end;
  for (let count = values.length - 1; count >= values.length - steps; count -= 1) {
    lowest /= step.lower;
    for (let node = 0; node < count; node += 1) {
      values[node] = step.down * (values[node] ?? NaN) + step.up * (values[node + 1] ?? NaN);
    }
    atZero *= step.discount;
    if (!terms.american) continue;
    exerciseWhereBetter(terms, values.subarray(0, count), lowest, step.spacing);
    atZero = Math.max(atZero, intrinsicOf(terms, 0));
  }
  return { lowest, spacing: step.spacing, values: values.subarray(0, values.length - steps), atZero };
};

/** Replaces the values that are below what exercise is worth at their price. */
export const exerciseWhereBetter = (
  terms: Terms,
  values: Float64Array,
  lowest: number,
  spacing: number,
): void => {
  const ratio = exponential(spacing);
  for (let node = 0, price = lowest; node < values.length; node += 1, price *= ratio) {
    const intrinsic = intrinsicOf(terms, price);
    if ((values[node] ?? NaN) < intrinsic) values[node] = intrinsic;
  }
};

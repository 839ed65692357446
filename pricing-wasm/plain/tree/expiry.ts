import { exponential } from '../exponential.js';
import { europeanValues } from '../american/european.js';
import type { Layer } from './layer.js';
import { lowestAfter, type Planned } from './plan.js';
import { exerciseWhereBetter } from './step.js';
import { intrinsicOf, type Terms } from './terms.js';

/**
 * The layer one step before expiry, by the Black-Scholes-Merton formula instead of the last step (Broadie and
 * Detemple, 1996), which takes the payoff's kink off the lattice and makes the error regular in the step.
 */
export const lastLayer = (terms: Terms, last: Planned): Layer => {
  const { stretch, step } = last;
  const lowest = lowestAfter(last, stretch.steps - 1);
  const values = new Float64Array(last.nodes + stretch.steps - 1);
  const ratio = exponential(step.spacing);
  const payoff = payoffOf(terms, stretch.dividend, step.years);
  for (let node = 0, price = lowest; node < values.length; node += 1, price *= ratio)
    values[node] = payoff(price);
  const atZero = Math.max(intrinsicOf(terms, 0) * step.discount, 0);
  if (!terms.american) return { lowest, spacing: step.spacing, values, atZero };
  exerciseWhereBetter(terms, values, lowest, step.spacing);
  return { lowest, spacing: step.spacing, values, atZero: Math.max(atZero, intrinsicOf(terms, 0)) };
};

/**
 * What the option is worth `years` before expiry, where the underlying pays min(dividend, price): an American call is
 * exercised before it pays, a put after; a put on what is left of the price is a put struck above by the dividend
 * less a put struck at the dividend.
 */
const payoffOf = (terms: Terms, dividend: number, years: number): ((price: number) => number) => {
  const struck = (price: number, strike: number): number =>
    europeanValues({ ...terms, underlying: price, strike, years }).price;
  const { strike } = terms;
  if (dividend === 0 || (terms.american && terms.right === 0)) return (price) => struck(price, strike);
  if (terms.right === 0) return (price) => struck(price, strike + dividend);
  return (price) => struck(price, strike + dividend) - struck(price, dividend);
};

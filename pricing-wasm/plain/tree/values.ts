import { exponential } from '../exponential.js';
import { lastLayer } from './expiry.js';
import { valueAt, type Layer } from './layer.js';
import { lowestAfter, plan, type Planned } from './plan.js';
import type { Stretch } from './schedule.js';
import { exerciseWhereBetter, stepBack } from './step.js';
import type { Terms } from './terms.js';

/** Units as in `ValueColumns`. */
export interface TreeValues {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  readonly theta: number;
}

/** The values of an option with time left, on the tree of the stretches. */
export const treeValues = (terms: Terms, stretches: ReadonlyArray<Stretch>): TreeValues => {
  const lattices = plan(terms, stretches);
  const root = lattices.reduceRight<Layer | undefined>((after, lattice) => {
    if (after === undefined)
      return stepBack(terms, lattice.step, lastLayer(terms, lattice), lattice.stretch.steps - 1);
    return stepBack(terms, lattice.step, beforeDividend(terms, lattice, after), lattice.stretch.steps);
  }, undefined);
  return rootValues(terms, root?.values ?? new Float64Array(), root?.spacing ?? NaN);
};

/** The layer at the end of a stretch, before the dividend, from the values after it. */
const beforeDividend = (terms: Terms, { lowest: start, ...rest }: Planned, after: Layer): Layer => {
  const { stretch, step, nodes } = rest;
  const lowest = lowestAfter({ lowest: start, ...rest }, stretch.steps);
  const values = new Float64Array(nodes + stretch.steps);
  const ratio = exponential(step.spacing);
  for (let node = 0, price = lowest; node < values.length; node += 1, price *= ratio) {
    values[node] = valueAt(after, Math.max(price - stretch.dividend, 0));
  }
  if (terms.american) exerciseWhereBetter(terms, values, lowest, step.spacing);
  return { lowest, spacing: step.spacing, values, atZero: after.atZero };
};

/** Delta and gamma through the three values now; theta from the Black-Scholes-Merton equation. */
const rootValues = (terms: Terms, values: Float64Array, spacing: number): TreeValues => {
  const { underlying, rate, dividendYield, volatility } = terms;
  const [below = NaN, price = NaN, above = NaN] = values;
  const up = underlying * (exponential(spacing) - 1);
  const down = underlying * (1 - exponential(-spacing));
  const slopeUp = (above - price) / up;
  const slopeDown = (price - below) / down;
  const delta = (slopeUp * down + slopeDown * up) / (up + down);
  const gamma = (2 * (slopeUp - slopeDown)) / (up + down);
  const carry = rate * price - (rate - dividendYield) * underlying * delta;
  const theta = carry - 0.5 * volatility * volatility * underlying * underlying * gamma;
  return { price, delta, gamma, theta };
};

import { exponential } from '../exponential.js';
import { logarithmOfRatio } from '../logarithm.js';
import type { Stretch } from './schedule.js';
import { stepOf, type Step } from './step.js';
import type { Terms } from './terms.js';

/** A stretch with its lattice: `nodes` nodes from `lowest` up at its start, one more after every step. */
export interface Planned {
  readonly stretch: Stretch;
  readonly step: Step;
  readonly lowest: number;
  readonly nodes: number;
}

/** The lowest price of the lattice after so many steps of a stretch. */
export const lowestAfter = ({ lowest, step }: Planned, steps: number): number => {
  let price = lowest;
  for (let done = 0; done < steps; done += 1) price *= step.lower;
  return price;
};

/**
 * Lays the lattices. The first starts with the underlying between two neighbours, for the Greeks. Each next one
 * starts wide enough for all prices that the one before ends with, less the dividend.
 */
export const plan = (terms: Terms, stretches: ReadonlyArray<Stretch>): ReadonlyArray<Planned> => {
  const planned: Planned[] = [];
  for (const stretch of stretches) {
    const step = stepOf(terms, stretch.years / stretch.steps);
    const before = planned[planned.length - 1];
    const start =
      before === undefined
        ? { lowest: terms.underlying * exponential(-step.spacing), nodes: 3 }
        : startAfter(before, step.spacing);
    planned.push({ stretch, step, ...start });
  }
  return planned;
};

const fewestNodes = 4;

/** With more, lower prices are left to the straight line; only dividends of most of a price that hardly moves ask for it. */
const mostNodes = 100_000;

const startAfter = (
  before: Planned,
  spacing: number,
): { readonly lowest: number; readonly nodes: number } => {
  const count = before.nodes + before.stretch.steps;
  const { dividend, steps } = before.stretch;
  const lowestBefore = lowestAfter(before, steps);
  const highestBefore = lowestBefore * exponential(before.step.spacing * (count - 1));
  // Below a third of the lowest price the value is as good as straight.
  const least = lowestBefore / 3;
  const highest = Math.max(highestBefore - dividend, least);
  const lowest = Math.max(lowestBefore - dividend, least);
  const wanted = Math.ceil(logarithmOfRatio(highest, lowest) / spacing) + 2;
  const nodes = Math.max(Math.min(wanted, Math.max(mostNodes, 4 * count)), fewestNodes);
  return { lowest: highest * exponential(-spacing * (nodes - 1.5)), nodes };
};

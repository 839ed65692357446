import { addGreeks, phaseLimit, scaleGreeks, type Greeks, type Phase } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';

/** The bounds a book must stay within: delta and gamma either way, vega not below its floor (R§5.1). */
export interface GreeksBounds {
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
}

export const greeksBoundsOf = (phase: Phase, limits: Limits): GreeksBounds => ({
  delta: phaseLimit(limits, phase, 'delta'),
  gamma: phaseLimit(limits, phase, 'gamma'),
  vega: phaseLimit(limits, phase, 'vega'),
});

export const isWithinGreeks = ({ delta, gamma, vega }: Greeks, bounds: GreeksBounds): boolean =>
  Math.abs(delta) <= bounds.delta && Math.abs(gamma) <= bounds.gamma && vega >= bounds.vega;

/**
 * The largest quantity of `unit`, from 1 to `most`, with which `book` stays within the bounds, the bounds
 * included; 0 when there is none. A book outside them passes only with enough units to bring it back.
 */
export const largestWithinGreeks = (
  unit: Greeks,
  book: Greeks,
  bounds: GreeksBounds,
  most: number,
): number => {
  // Quantities that pass are an interval, so the largest is `most` or stands next to where a bound is met.
  // The neighbours are tried too because the division may round across a whole number.
  const edges = [
    ...edgesOf(unit.delta, book.delta, [-bounds.delta, bounds.delta]),
    ...edgesOf(unit.gamma, book.gamma, [-bounds.gamma, bounds.gamma]),
    ...edgesOf(unit.vega, book.vega, [bounds.vega]),
  ];
  return [most, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1])]
    .filter((quantity) => quantity >= 1 && quantity <= most)
    .filter((quantity) => isWithinGreeks(addGreeks(book, scaleGreeks(unit, quantity)), bounds))
    .reduce((largest, quantity) => Math.max(largest, quantity), 0);
};

const edgesOf = (unit: number, book: number, bounds: ReadonlyArray<number>): ReadonlyArray<number> =>
  unit === 0 ? [] : bounds.map((bound) => Math.floor((bound - book) / unit));

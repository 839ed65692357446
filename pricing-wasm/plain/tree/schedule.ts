import type { Terms } from './terms.js';

/** Cash paid per unit of the underlying at an ex-date, in years from now. */
export interface CashDividend {
  readonly years: number;
  readonly amount: number;
}

/** A stretch of time without an ex-date inside, cut into equal steps; the dividend falls at its end. */
export interface Stretch {
  readonly years: number;
  readonly steps: number;
  readonly dividend: number;
}

/**
 * With fewer steps between ex-dates the lattice would be too coarse to interpolate on: neighbours are to be no more
 * than 1/2 apart in logarithms, as far as 200 steps can do that.
 */
const fewestSteps = (years: number, volatility: number): number =>
  Math.max(8, Math.min(200, Math.ceil(16 * volatility * volatility * years)));

/** Dates closer than this part of the time to expiry count as the later one: no lattice is fine enough between them. */
const together = 1e-6;

/** Stretches between ex-dates, `steps` shared out by length. The last ends at expiry. */
export const stretchesOf = (
  { years, volatility }: Terms,
  dividends: ReadonlyArray<CashDividend>,
  steps: number,
): ReadonlyArray<Stretch> => {
  const all = [...new Set([...dividends.map((dividend) => dividend.years), years])].sort((a, b) => a - b);
  const dates = all.filter((date, index) => (all[index + 1] ?? Infinity) - date > together * years);
  return dates.map((date, index) => {
    const before = dates[index - 1] ?? 0;
    const length = date - before;
    const paid = dividends.filter((dividend) => dividend.years > before && dividend.years <= date);
    return {
      years: length,
      steps: Math.max(fewestSteps(length, volatility), Math.ceil((steps * length) / years)),
      dividend: paid.reduce((sum, { amount }) => sum + amount, 0),
    };
  });
};

/** The same stretches in steps of half the length. */
export const halved = (stretches: ReadonlyArray<Stretch>): ReadonlyArray<Stretch> =>
  stretches.map((stretch) => ({ ...stretch, steps: 2 * stretch.steps }));

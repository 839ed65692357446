import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { Limits } from '../rule-set/index.js';
import { subtract, type Cents } from '../units/index.js';
import type { StatisticsError } from './statistics.js';

/** The deepest fall of a series, as indices into it. */
export interface MaximumDrawdown {
  /** Share of the peak lost; 0 when the series never fell. */
  readonly fraction: number;
  readonly amount: Cents;
  readonly peak: number;
  readonly trough: number;
}

/**
 * Simple returns from one closing equity to the next; one fewer than there are closes. Deposits and
 * withdrawals must be out of the series. A return on equity of 0 or less has no meaning: an error that names it.
 */
export const dailyReturns = (
  equity: ReadonlyArray<Cents>,
): Either<StatisticsError, ReadonlyArray<number>> => {
  const bases = equity.slice(0, -1);
  const index = bases.findIndex((base) => !(base > 0));
  const base = bases[index];
  if (base !== undefined)
    return left({
      _tag: 'InvalidStatistic',
      field: `equity[${index}]`,
      value: base,
      limit: 'above 0 cents',
    });
  return right(bases.map((from, day) => ((equity[day + 1] ?? from) - from) / from));
};

/**
 * Mean over sample standard deviation (n − 1) of daily returns, per year. Null when there are fewer than two
 * returns or all are equal: a ratio to no variation is undefined, and neither clamped nor guessed.
 */
export const sharpeRatio = (
  returns: ReadonlyArray<number>,
  limits: Pick<Limits, 'statistics.sessionsPerYear'>,
): number | null => {
  const count = returns.length;
  if (count < 2 || returns.every((each) => each === returns[0])) return null;
  const mean = returns.reduce((total, each) => total + each, 0) / count;
  const variance = returns.reduce((total, each) => total + (each - mean) * (each - mean), 0) / (count - 1);
  const ratio = (mean / Math.sqrt(variance)) * Math.sqrt(limits['statistics.sessionsPerYear']);
  return Number.isFinite(ratio) ? ratio : null;
};

/** The largest fall from a running peak, by fraction, the first of equals; null when equity was never above 0. */
export const maximumDrawdown = (equity: ReadonlyArray<Cents>): MaximumDrawdown | null =>
  equity.reduce<Scan>(deepen, { peak: null, worst: null }).worst;

interface Peak {
  readonly index: number;
  readonly equity: Cents;
}

interface Scan {
  readonly peak: Peak | null;
  readonly worst: MaximumDrawdown | null;
}

const deepen = (scan: Scan, equity: Cents, index: number): Scan => {
  const peak = scan.peak === null || equity > scan.peak.equity ? { index, equity } : scan.peak;
  if (peak.equity <= 0) return { ...scan, peak };
  const fraction = (peak.equity - equity) / peak.equity;
  if (scan.worst !== null && fraction <= scan.worst.fraction) return { ...scan, peak };
  const worst = { fraction, amount: subtract(peak.equity, equity), peak: peak.index, trough: index };
  return { peak, worst };
};

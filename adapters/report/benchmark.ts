import { centsFromDollars, maximumDrawdown } from '../../core/index.js';
import type { ReplayDocument } from './replay-document.js';

/** The deepest fall of one column of the curve. */
export interface DeepestFall {
  /** Share of the peak lost, above 0. */
  readonly fraction: number;
  readonly peak: string;
  readonly trough: string;
}

/**
 * What holding the S&P 500 or Treasury bills would have lost at worst, from the starting capital on; null when
 * it never fell.
 */
export const deepestFall = (
  { curve, result }: Pick<ReplayDocument, 'curve' | 'result'>,
  column: 'index' | 'treasury',
): DeepestFall | null => {
  const values = [result.startEquity, ...curve.map((row) => row[column])];
  const worst = maximumDrawdown(values.map(centsFromDollars));
  if (worst === null || worst.fraction === 0) return null;
  // The starting capital stands before the first session and takes its date.
  const dateAt = (at: number): string => curve[Math.max(0, at - 1)]?.date ?? '';
  return { fraction: worst.fraction, peak: dateAt(worst.peak), trough: dateAt(worst.trough) };
};

import type { Reading } from '../rule/index.js';
import type { Prices } from './bar.js';
import { smoothed } from './smoothing.js';

/**
 * Wilder's ATR(n) of bars in ascending time order, in points: seeded by the simple mean of the first n true
 * ranges, then `atr + (range − atr) / n`. The first true range needs a close before it, so ATR(n) needs n + 1
 * bars. Missing: `too-short`, `non-finite` (in high, low or close). Source: §3.4 ATR14 daily.
 */
export const averageTrueRange = (bars: ReadonlyArray<Prices>, length: number): Reading<number> =>
  smoothed(`ATR(${length})`, trueRanges(bars), length, 1 / length);

/** One true range per bar but the first: the largest of the bar's own range and its gaps from the last close. */
export const trueRanges = (bars: ReadonlyArray<Prices>): ReadonlyArray<number> =>
  bars.slice(1).map((bar, index) => trueRange(bar, bars[index]?.close ?? Number.NaN));

const trueRange = ({ high, low }: Prices, previousClose: number): number =>
  Math.max(high - low, Math.abs(high - previousClose), Math.abs(low - previousClose));

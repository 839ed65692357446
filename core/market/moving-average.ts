import type { Reading } from '../rule/index.js';
import { smoothed } from './smoothing.js';

/**
 * EMA(n) of values in ascending time order: seeded by the simple mean of the first n, then
 * `ema + (value − ema) × 2 / (n + 1)`. In the unit of the values. Missing: `too-short` below n values,
 * `non-finite`. The seed fades: 230 values after it, less than 1e-9 of it is left in EMA(21). Source: [seed]
 * 8 EMA > 21 EMA; §3.4.
 */
export const exponentialMovingAverage = (values: ReadonlyArray<number>, length: number): Reading<number> =>
  smoothed(`EMA(${length})`, values, length, 2 / (length + 1));

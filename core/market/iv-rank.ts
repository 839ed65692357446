import { missing, readingOf, type Reading } from '../rule/index.js';

/**
 * IV rank: where a volatility stands in its range of the last `sessions` closes, `(iv − min) / (max − min)`,
 * from 0 to 1. The volatility itself belongs to the range, so a new extreme is 0 or 1 and not beyond. Closes
 * ascend in time and share the volatility's unit. Missing: `too-short` below `sessions` closes, `non-finite`,
 * `absent` when the range is zero and a rank means nothing. Source: §3.4; D§5.2.
 */
export const ivRank = (
  volatility: number,
  closes: ReadonlyArray<number>,
  sessions: number,
): Reading<number> => {
  const fact = 'IV rank';
  if (!Number.isInteger(sessions) || sessions < 1)
    return missing(fact, 'too-short', `a window of ${sessions} is not a whole number above 0`);
  if (closes.length < sessions) return missing(fact, 'too-short', `${closes.length} of ${sessions} closes`);
  const range = [...closes.slice(-sessions), volatility];
  const odd = range.find((value) => !Number.isFinite(value));
  if (odd !== undefined) return missing(fact, 'non-finite', `a volatility is ${odd}`);
  const lowest = range.reduce((a, b) => Math.min(a, b));
  const highest = range.reduce((a, b) => Math.max(a, b));
  if (highest === lowest) return missing(fact, 'absent', `no range: ${sessions} closes all at ${lowest}`);
  return readingOf(fact, (volatility - lowest) / (highest - lowest));
};

import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { known, marginTier, marginUsage, marginUsageIsAtLeast } from '../../../core/index.js';
import { limits, usd } from './account.js';

describe('margin usage', () => {
  it('is buying power in use over equity', () => {
    expect(marginUsage(usd(30_000), usd(100_000))).toEqual(known(0.3));
  });

  it('is not a number without equity, and then beyond every share when anything is in use', () => {
    expect(isLeft(marginUsage(usd(1), usd(0)))).toBe(true);
    expect(isLeft(marginUsage(usd(1), usd(-1)))).toBe(true);
    expect(marginUsageIsAtLeast(usd(1), usd(0), 1)).toBe(true);
    expect(marginUsageIsAtLeast(usd(0), usd(-1), 0.8)).toBe(false);
  });

  it.each([
    [79_999.99, false],
    [80_000, true],
    [80_000.01, true],
  ])('at $%d of 100,000 has reached 80%%: %s', (used, reached) => {
    expect(marginUsageIsAtLeast(usd(used), usd(100_000), 0.8)).toBe(reached);
  });
});

describe('the margin tier', () => {
  it.each([
    [0, 0.8],
    [19.99, 0.8],
    [20, 0.7],
    [30, 0.6],
    [40, 0.5],
    [90, 0.5],
  ])('at VIX %d is %d', (vix, tier) => {
    expect(marginTier(vix, limits)).toBe(tier);
  });
});

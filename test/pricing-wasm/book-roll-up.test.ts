import { describe, expect, it } from 'vitest';
import { pricing, rollUp, type BookValuesUpTo } from '../../pricing-wasm/index.js';
import { known } from './held-options.js';
import { columnsOf, fixedOptions } from './option-columns.js';

// Codes of underlying, expiry and strategy, combined: 2 × 3 × 2 groups.
const underlyingOf = (row: number): number => row % 2;
const expiryOf = (row: number): number => row % 3;
const strategyOf = (row: number): number => Math.floor(row / 50);
const combined = (row: number): number => (underlyingOf(row) * 3 + expiryOf(row)) * 2 + strategyOf(row);

const options = columnsOf(fixedOptions(100));
const rows = Array.from({ length: 100 }, (_, row) => row);
const bookBy = (
  code: (row: number) => number,
  groups: number,
  changed = options,
): BookValuesUpTo['second'] => {
  const quantity = Float64Array.from(rows, (row) => 1 + (row % 4));
  const positions = { quantity, group: Uint32Array.from(rows, code), groups };
  return known(pricing.bookGreeks('blackScholesMerton', changed, positions, 'second'));
};

describe('rolling up the sums of a book', () => {
  it.each([
    ['underlying', underlyingOf, 2, (group: number) => Math.floor(group / 6)],
    ['expiry', expiryOf, 3, (group: number) => Math.floor(group / 2) % 3],
    ['strategy', strategyOf, 2, (group: number) => group % 2],
  ])('gives the sums by %s', (_, code, groups, into) => {
    const mapping = Uint32Array.from({ length: 12 }, (_, group) => into(group));
    const rolled = known(rollUp(bookBy(combined, 12), mapping, groups));
    const direct = bookBy(code, groups);
    expect(Object.keys(rolled)).toEqual(Object.keys(direct));
    for (const name of [
      'price',
      'delta',
      'gamma',
      'vega',
      'theta',
      'rho',
      'vanna',
      'volga',
      'charm',
    ] as const) {
      rolled[name].forEach((sum, group) => {
        const size = Math.max(1, Math.abs(direct[name][group]!));
        expect(Math.abs(sum - direct[name][group]!)).toBeLessThanOrEqual(1e-12 * size);
      });
    }
  });

  it('carries what is not known, and adds the counts of rows not priced', () => {
    const strike = options.strike.slice();
    for (const row of [0, 2, 51]) strike[row] = NaN;
    const mapping = Uint32Array.from({ length: 12 }, (_, group) => group % 2);
    const rolled = known(rollUp(bookBy(combined, 12, { ...options, strike }), mapping, 3));
    expect([...rolled.unpriced]).toEqual([2, 1, 0]);
    expect([...rolled.vanna]).toEqual([NaN, NaN, 0]);
  });

  it('refuses a mapping of another length, and one into groups that are not there', () => {
    const sums = bookBy(combined, 12);
    expect(rollUp(sums, new Uint32Array(11), 2)).toMatchObject({
      left: { _tag: 'ColumnLengthMismatch', column: 'group', length: 11, limit: 12 },
    });
    expect(rollUp(sums, new Uint32Array(12).fill(2, 5), 2)).toMatchObject({
      left: { _tag: 'GroupOutOfRange', column: 'group', index: 5, value: 2, limit: 2 },
    });
  });
});

import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { openArena, pricing, type Positions, type PricingError } from '../../pricing-wasm/index.js';
import { call, greeksOf, known, optionsOf, positionsOf, put, type Held } from './held-options.js';
import { valueNames } from './option-columns.js';

describe('a row that cannot be priced', () => {
  const book = (odd: Partial<Held>): Held[] => [
    { option: call, quantity: 100, group: 0 },
    { option: put, quantity: 100, group: 1 },
    { option: put, quantity: 100, group: 1, ...odd },
  ];

  it.each([
    ['is outside the domain', { option: { ...put, strike: -1 } }],
    ['has no volatility', { option: { ...put, volatility: NaN } }],
    ['is not held at all', { option: { ...put, strike: NaN }, quantity: 0 }],
    ['has a quantity that is not known', { quantity: NaN }],
    ['has a quantity without bound', { quantity: Infinity }],
  ])('is counted, and its group is not known, when it %s', (_, odd) => {
    const sums = greeksOf(book(odd), 3);
    expect([...sums.unpriced]).toEqual([0, 1, 0]);
    for (const name of valueNames) expect(sums[name][1]).toBeNaN();
  });

  it('leaves the other groups every bit', () => {
    const [good, bad] = [greeksOf(book({}), 3), greeksOf(book({ quantity: NaN }), 3)];
    for (const name of valueNames) {
      expect([bad[name][0], bad[name][2]]).toEqual([good[name][0], good[name][2]]);
    }
  });
});

describe('positions are refused', () => {
  const refusal = (change: Partial<Positions>): PricingError => {
    const book = [call, put].map((option, group) => ({ option, quantity: 1, group }));
    const result = pricing.bookGreeks('black76', optionsOf(book), { ...positionsOf(book, 2), ...change });
    if (!isLeft(result)) throw new Error('priced');
    return result.left;
  };

  it('with a group that is not below the number of groups, naming the first', () => {
    expect(refusal({ group: Uint32Array.of(1, 2) })).toEqual({
      _tag: 'GroupOutOfRange',
      column: 'group',
      index: 1,
      value: 2,
      limit: 2,
    });
    expect(refusal({ groups: 0 })).toMatchObject({ _tag: 'GroupOutOfRange', index: 0, value: 0, limit: 0 });
    expect(refusal({ group: Uint32Array.of(2 ** 32 - 1, 0) })).toMatchObject({ value: 2 ** 32 - 1 });
  });

  it.each([4_097, -1, 1.5, NaN])('in %s groups', (groups) => {
    const error = { _tag: 'CapacityExceeded', column: 'groups', length: groups, limit: 4_096 };
    expect(refusal({ groups })).toEqual(error);
  });

  it('with columns of another length than the options', () => {
    const error = { _tag: 'ColumnLengthMismatch', length: 3, limit: 2 };
    expect(refusal({ quantity: new Float64Array(3) })).toEqual({ ...error, column: 'quantity' });
    expect(refusal({ group: new Uint32Array(3) })).toEqual({ ...error, column: 'group' });
  });

  it('on an arena too, before anything is read beyond its sums', () => {
    const arena = known(openArena(4));
    arena.group.fill(9);
    expect(arena.sumByGroup(4, 9)).toMatchObject({ left: { _tag: 'GroupOutOfRange', value: 9, limit: 9 } });
    expect(arena.sumByGroup(5, 9)).toMatchObject({ left: { _tag: 'CapacityExceeded', column: 'rows' } });
    expect(arena.sumByGroup(4, 4_096)).toMatchObject({ _tag: 'Right' });
  });
});

import * as fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { rowLimit } from '../../pricing-wasm/columns.js';
import { optionColumns, valueColumns } from '../../pricing-wasm/columns.js';
import { openArena, pricing, type Arena, type GreekOrder } from '../../pricing-wasm/index.js';
import { anyOption, anyRow, columnsOf, fixedOptions, priced, type OptionRow } from './option-columns.js';

const orders: ReadonlyArray<GreekOrder> = ['none', 'first', 'second', 'third'];

const opened = (capacity: number): Arena => {
  const arena = openArena(capacity);
  if (isLeft(arena)) throw new Error(JSON.stringify(arena.left));
  return arena.right;
};

const fill = (arena: Arena, rows: ReadonlyArray<OptionRow>): void => {
  const columns = columnsOf(rows);
  arena.right.set(columns.right);
  for (const name of optionColumns) arena[name].set(columns[name]);
};

/** What an arena holds of the values of an order, as the port would return it. */
const valuesIn = (arena: Arena, rows: number, greeks: GreekOrder): object => ({
  status: arena.status.slice(0, rows),
  ...Object.fromEntries(valueColumns[greeks].map((name) => [name, arena[name].slice(0, rows)])),
});

describe('an arena', () => {
  it.each([0, 1, 2, 3, 63, 64, 65, 1_001])(
    'of capacity %i has columns of so many rows, and prices all of them',
    (capacity) => {
      const arena = opened(capacity);
      expect(arena.capacity).toBe(capacity);
      for (const name of ['right', 'status', ...optionColumns, ...valueColumns.third] as const) {
        expect(arena[name]).toHaveLength(capacity);
      }
      const rows = fixedOptions(capacity);
      fill(arena, rows);
      expect(arena.blackScholesMerton(capacity, 'third')).toEqual({ _tag: 'Right', right: capacity });
      const expected = priced(pricing.blackScholesMerton(columnsOf(rows), 'third'));
      expect(valuesIn(arena, capacity, 'third')).toEqual(expected);
    },
  );

  it.each([rowLimit + 1, 2 ** 40, 0.5, -1, NaN, Infinity])('of capacity %d is refused', (length) => {
    const left = { _tag: 'CapacityExceeded', column: 'capacity', length, limit: 16_777_216 };
    expect(openArena(length)).toEqual({ _tag: 'Left', left });
  });

  it.each([9, -1, 1.5, NaN, Infinity])(
    'of capacity 8 refuses to price %d rows, and writes nothing',
    (length) => {
      const arena = opened(8);
      fill(arena, fixedOptions(8));
      arena.price.fill(7);
      const left = { _tag: 'CapacityExceeded', column: 'rows', length, limit: 8 };
      expect(arena.blackScholesMerton(length)).toEqual({ _tag: 'Left', left });
      expect(arena.black76(length, 'third')).toEqual({ _tag: 'Left', left });
      expect([...arena.price]).toEqual(Array.from({ length: 8 }, () => 7));
    },
  );

  it('prices no rows when asked for none', () => {
    const arena = opened(8);
    fill(arena, fixedOptions(8));
    arena.price.fill(7);
    expect(arena.black76(0)).toEqual({ _tag: 'Right', right: 0 });
    expect([...arena.price]).toEqual(Array.from({ length: 8 }, () => 7));
  });

  it('writes the columns of the order asked for, and leaves the others and the inputs as they are', () => {
    for (const greeks of orders) {
      const arena = opened(8);
      const rows = fixedOptions(8);
      fill(arena, rows);
      for (const name of valueColumns.third) arena[name].fill(7);
      arena.blackScholesMerton(8, greeks);
      const written = valueColumns.third.filter((name) => arena[name].every((value) => value !== 7));
      const untouched = valueColumns.third.filter((name) => arena[name].every((value) => value === 7));
      expect(written).toEqual(valueColumns[greeks]);
      expect(untouched).toEqual(valueColumns.third.filter((name) => !written.includes(name)));
      const columns = columnsOf(rows);
      for (const name of ['right', ...optionColumns] as const) expect(arena[name]).toEqual(columns[name]);
    }
  });

  it('keeps its views, and another arena leaves them alone', () => {
    const arena = opened(100);
    const { price, status, underlying } = arena;
    const rows = fixedOptions(100);
    fill(arena, rows);
    arena.blackScholesMerton(100);
    const before = [...price];
    const other = opened(100_000);
    fill(other, fixedOptions(100_000).reverse());
    other.black76(100_000, 'third');
    priced(pricing.black76(columnsOf(fixedOptions(5_000))));
    expect([...price]).toEqual(before);
    expect(underlying[99]).toBe(rows[99]!.underlying);
    expect(other.price.buffer).not.toBe(price.buffer);
    underlying[0] = NaN;
    arena.blackScholesMerton(100);
    expect([status[0], price[0]]).toEqual([1, NaN]);
    expect([...price].slice(1)).toEqual(before.slice(1));
  });

  it('gives the bits of the port, which copies, for any rows within its capacity', () => {
    const arena = opened(13);
    const anyRows = fc.array(fc.oneof(anyOption, anyRow), { maxLength: 13 });
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...orders), (rows, greeks) => {
        fill(arena, rows);
        const columns = columnsOf(rows);
        for (const model of ['blackScholesMerton', 'black76'] as const) {
          arena[model](rows.length, greeks);
          expect(valuesIn(arena, rows.length, greeks)).toStrictEqual({
            ...priced(pricing[model](columns, greeks)),
          });
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { rowLimit } from '../../pricing-wasm/columns.js';
import { pricing } from '../../pricing-wasm/index.js';
import { bitsOfRow, bitsOfRows, columnsOf, fixedOptions, priced } from './option-columns.js';

describe('columns', () => {
  it('of length 0 give empty values', () => {
    const values = priced(pricing.blackScholesMerton(columnsOf([])));
    expect(Object.values(values).map((column: Uint8Array | Float64Array) => column.length)).toEqual([
      0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('of different lengths are refused, with the column, its length and the length of `right`', () => {
    const columns = columnsOf(fixedOptions(3));
    for (const column of ['underlying', 'strike', 'years', 'rate', 'dividendYield', 'volatility'] as const) {
      for (const length of [0, 2, 4]) {
        const left = { _tag: 'ColumnLengthMismatch', column, length, limit: 3 };
        const odd = { ...columns, [column]: new Float64Array(length) };
        expect(pricing.blackScholesMerton(odd)).toEqual({ _tag: 'Left', left });
        expect(pricing.black76(odd)).toEqual({ _tag: 'Left', left });
      }
    }
  });

  it('longer than the limit are refused before anything is allocated', () => {
    const length = rowLimit + 1;
    const shared = new Float64Array(length);
    const columns = {
      right: new Uint8Array(length),
      underlying: shared,
      strike: shared,
      years: shared,
      rate: shared,
      dividendYield: shared,
      volatility: shared,
    };
    const left = { _tag: 'CapacityExceeded', column: 'right', length, limit: 16_777_216 };
    expect(pricing.black76(columns)).toEqual({ _tag: 'Left', left });
  });

  it.each(['blackScholesMerton', 'black76'] as const)(
    'across chunk boundaries keep every bit (%s)',
    (model) => {
      const capacity = 1_024;
      const rows = fixedOptions(2 * capacity + 3);
      const all = bitsOfRows(priced(pricing[model](columnsOf(rows))));
      for (const length of [1, 2, 3, 63, 64, 65, capacity - 1, capacity, capacity + 1, 2 * capacity + 1]) {
        const part = priced(pricing[model](columnsOf(rows.slice(0, length))));
        expect(bitsOfRows(part)).toEqual(all.slice(0, length));
      }
      for (const row of [0, capacity - 1, capacity, 2 * capacity, 2 * capacity + 2]) {
        expect(bitsOfRow(priced(pricing[model](columnsOf(rows.slice(row, row + 1)))), 0)).toBe(all[row]);
      }
    },
  );

  it('are left as they were, and values belong to the caller', () => {
    const columns = columnsOf(fixedOptions(10));
    const before = JSON.stringify(columns);
    const first = priced(pricing.blackScholesMerton(columns));
    const bits = bitsOfRows(first);
    const second = priced(pricing.blackScholesMerton(columnsOf(fixedOptions(20).slice(10))));
    second.price.fill(0);
    expect(bitsOfRows(first)).toEqual(bits);
    expect(JSON.stringify(columns)).toBe(before);
    expect(first.price.buffer).not.toBe(second.price.buffer);
  });
});

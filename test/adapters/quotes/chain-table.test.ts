import { describe, expect, test } from 'vitest';
import {
  chainTable,
  optionModels,
  priceTable,
  tableErrorText,
  type Table,
} from '../../../adapters/quotes/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { chainColumns, expiryAfter, syntheticChain } from './synthetic-chain.js';
import { column, recordedChain, table, valueOf } from './tables.js';

const everything = { rate: null, days: { from: 0, to: 10_000 } };

const chainOf = (input: Table, options: Parameters<typeof chainTable>[2] = everything) =>
  valueOf(chainTable(pricing, input, options));

const month = { days: 30, forward: 4_010, rate: 0.04, vol: 0.2 };
const synthetic = syntheticChain(4_000, [month]);

describe('a real chain', () => {
  test.each(['2022-06-10', '2023-02-03'] as const)(
    'SPXW of %s has the vendor’s volatilities to a median of 0.002',
    (session) => {
      const input = recordedChain(session);
      const { document, table: output } = chainOf(input);
      const [vendor] = document.vendor;
      expect(vendor!.root).toBe('SPXW');
      expect(vendor!.count).toBeGreaterThan(1_500);
      expect(vendor!.median).toBeLessThanOrEqual(0.002);
      expect(vendor!.p95).toBeLessThanOrEqual(0.003);
      for (const { residual, quotesAt, atTheMoney } of document.expiries) {
        expect(residual).toBeLessThan(0.31);
        expect(quotesAt).toBe(`${session} 16:15`);
        expect(atTheMoney).not.toBeNull();
      }
      expect(output.rows.map((cells) => cells.slice(0, input.columns.length))).toEqual(input.rows);
      expect(document.rows.rows).toBe(input.rows.length);
    },
  );

  test('is worth its mids again when its output is priced', () => {
    const { table: output } = chainOf(recordedChain('2023-02-03'), {
      rate: null,
      days: { from: 10, to: 30 },
    });
    const again = valueOf(priceTable(pricing, output, optionModels['black-76'], { greeks: 'none' })).table;
    const mids = column(again, 'price');
    const counted = column(again, 'computed_price').filter((cell, row) => {
      if (cell === '') return false;
      expect(Math.abs(Number(cell) - Number(mids[row]))).toBeLessThan(1e-9);
      return true;
    });
    expect(counted.length).toBeGreaterThan(500);
  });
});

describe('a row without a quote', () => {
  const cases: ReadonlyArray<readonly [field: string, cell: string, status: string, reason: string]> = [
    [
      'quote_ts',
      'today',
      'unreadable',
      'quote_ts today: must be a time YYYY-MM-DDTHH:MM-05:00 the calendar knows',
    ],
    ['underlying_price', '0', 'unreadable', 'underlying_price 0: must be a number above 0'],
    ['expiry', '2023-02-30', 'unreadable', 'expiry 2023-02-30: must be a real date, YYYY-MM-DD'],
    ['strike', 'x', 'unreadable', 'strike x: must be a number above 0'],
    ['right', 'call', 'unreadable', 'right call: must be C or P'],
    ['bid', '', 'unreadable', 'bid (empty): must be a finite decimal number'],
    ['ask', 'NaN', 'unreadable', 'ask NaN: must be a finite decimal number'],
    ['bid', '0.0', 'no_bid', 'bid 0: must be above 0'],
    ['ask', '0', 'no_ask', 'ask 0: must be above 0'],
    ['bid', '9000', 'crossed', 'bid 9000: must be at most the ask'],
    [
      'expiry',
      '2023-02-03',
      'expired',
      'expiry 2023-02-03 16:00: must be after the quotes of 2023-02-03 16:15',
    ],
  ];

  test.each(cases)('with %s %j keeps its place with the status %s', (field, cell, status, reason) => {
    const place = chainColumns.indexOf(field);
    const rows = synthetic.rows.map((cells, row) =>
      row === 7 ? cells.map((each, at) => (at === place ? cell : each)) : cells,
    );
    const { table: output, document } = chainOf({ columns: chainColumns, rows });
    expect(output.rows[7]!.slice(0, 9)).toEqual(rows[7]);
    expect(output.rows[7]!.slice(9, -2).join('')).toBe('');
    expect(column(output, 'status')[7]).toBe(status);
    expect(column(output, 'reason')[7]).toContain(reason);
    expect(document.rows.refused).toEqual({ [status]: 1 });
  });

  test('whose mid is below the intrinsic value names the bound', () => {
    const rows = synthetic.rows.map((cells, row) =>
      row === 0 ? cells.map((each, at) => (at === 6 || at === 7 ? '700' : each)) : cells,
    );
    const { table: output } = chainOf({ columns: chainColumns, rows });
    expect(output.rows[0]!.at(-2)).toBe('below_intrinsic');
    expect(output.rows[0]!.at(-1)).toMatch(
      /^price 700: must be above 80\d\.\d+ \(the discounted intrinsic value, rounded\)$/,
    );
  });
});

describe('a chain by expiries', () => {
  const quarter = { ...month, days: 90, forward: 4_030 };

  test('leaves expiries outside the days asked for in their place, uncomputed', () => {
    const both = syntheticChain(4_000, [quarter, month]);
    const { document, table: output } = chainOf(both, { rate: null, days: { from: 5, to: 30 } });
    expect(document.expiries.map(({ expiry }) => expiry)).toEqual([expiryAfter(30)]);
    expect(document.rows).toEqual({ rows: 164, priced: 82, refused: { not_asked: 82 } });
    expect(column(output, 'reason')[0]).toBe('days 90: must be from 5 to 30');
  });

  test('keeps roots of one day apart: SPX settles at the open, SPXW at the close', () => {
    const am = syntheticChain(4_000, [month], { root: 'SPX' });
    const { document } = chainOf({ columns: chainColumns, rows: [...synthetic.rows, ...am.rows] });
    expect(document.expiries.map(({ root, settlesAt }) => `${root} ${settlesAt}`)).toEqual([
      `SPX ${expiryAfter(30)} 09:30`,
      `SPXW ${expiryAfter(30)} 16:00`,
    ]);
    expect(document.american).toEqual([]);
  });

  test('names roots that may be exercised early', () => {
    expect(
      chainOf(syntheticChain(400, [{ ...month, forward: 401 }], { root: 'SPY' })).document.american,
    ).toEqual(['SPY']);
  });

  test('has no comparison where the vendor gave no volatility, and needs no such column', () => {
    expect(chainOf(synthetic).document.vendor).toEqual([]);
    const without = {
      columns: chainColumns.slice(0, -1),
      rows: synthetic.rows.map((cells) => cells.slice(0, -1)),
    };
    expect(chainOf(without).document.vendor).toEqual([]);
  });

  test.each(chainColumns.slice(0, -1))('needs the column %s', (name) => {
    const header = chainColumns.filter((each) => each !== name).join(',');
    const result = chainTable(pricing, table(`${header}\n`), everything);
    expect(result._tag === 'Left' && tableErrorText(result.left)).toBe(`line 1: no column ${name}`);
  });

  test('of no rows says nothing', () => {
    expect(chainOf({ columns: chainColumns, rows: [] }).document).toMatchObject({ expiries: [], vendor: [] });
  });
});

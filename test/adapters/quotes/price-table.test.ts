import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optionModels, priceTable, tableErrorText, type Table } from '../../../adapters/quotes/index.js';
import type { GreekOrder } from '../../../core/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { column, reordered, table, valueOf } from './tables.js';

const reference = (file: string): Table => {
  const text = gunzipSync(readFileSync(new URL(`../../reference/${file}.gz`, import.meta.url))).toString();
  const { columns, rows } = table(text);
  return {
    columns,
    rows: rows.filter((cells) => cells[columns.indexOf('regime')] === 'realistic').slice(0, 200),
  };
};

const priced = (
  input: Table,
  model: keyof typeof optionModels = 'black-scholes',
  greeks: GreekOrder = 'first',
) => valueOf(priceTable(pricing, input, optionModels[model], { greeks }));

const option = 'type,S,K,T,r,q,vol\ncall,100,100,1,0,0,0.2\n';

describe('a table of options that is priced', () => {
  test.each([
    ['black-scholes', 'black-scholes-merton.csv'],
    ['black-76', 'black76.csv'],
  ] as const)('has the 50-digit reference values of %s', (model, file) => {
    const { table: values } = priced(reference(file), model, 'third');
    for (const name of ['price', 'delta', 'gamma', 'vega', 'rho']) {
      const computed = column(values, `computed_${name}`);
      column(values, name).forEach((expected, row) => {
        const scale = Math.max(Math.abs(Number(expected)), 1e-280);
        expect(Math.abs(Number(computed[row]) - Number(expected)) / scale).toBeLessThan(1e-11);
      });
    }
  });

  test('of American options has the reference prices, dearer than the European ones, at each tier', () => {
    const text = gunzipSync(
      readFileSync(new URL('../../reference/american.csv.gz', import.meta.url)),
    ).toString();
    const input = table(text.split('\n').slice(0, 60).join('\n'));
    for (const [tier, bound] of [
      ['standard', 1e-4],
      ['precise', 5e-6],
    ] as const) {
      const settings = { greeks: 'none', tier } as const;
      const { table: values } = valueOf(priceTable(pricing, input, optionModels.american, settings));
      const computed = column(values, 'computed_price').map(Number);
      column(values, 'price').forEach((expected, row) => {
        if (Number(expected) < 0.005 * Number(column(values, 'K')[row])) return;
        expect(Math.abs((computed[row] ?? NaN) / Number(expected) - 1)).toBeLessThanOrEqual(bound);
      });
    }
  });

  test('of American options between two boundaries says so', () => {
    const input = table('type,S,K,T,r,q,vol\nput,100,100,1,-0.01,-0.05,0.2\n');
    const settings = { greeks: 'first' } as const;
    const { table: values } = valueOf(priceTable(pricing, input, optionModels.american, settings));
    expect(column(values, 'status')).toEqual(['double_boundary']);
    expect(column(values, 'reason')[0]).toContain('two boundaries');
  });

  test('has the same values in any order of its columns', () => {
    const input = reference('black-scholes-merton.csv');
    const expected = column(priced(input).table, 'computed_delta');
    const places = input.columns.map((_, at) => at);
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (order) => {
        expect(column(priced(reordered(input, order)).table, 'computed_delta')).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('keeps every column and cell of the file before what is added', () => {
    const input = table(
      'note,type,S,K,T,r,q,vol,K2\n"a, ""b""",call,100,100,1,0,0,0.20,\n,put, 100 ,1e2,1,0,0,0.2,x\n',
    );
    const { table: output } = priced(input, 'black-scholes', 'none');
    expect(output.columns).toEqual([...input.columns, 'price', 'status', 'reason']);
    expect(output.rows.map((cells) => cells.slice(0, input.columns.length))).toEqual(input.rows);
    expect(column(output, 'price')).toEqual(['7.96556745540579', '7.96556745540579']);
  });

  test('never overwrites a column of the file: the added one gets another name', () => {
    const input = table('type,S,K,T,r,q,vol,price,computed_price,status\ncall,100,100,1,0,0,0.2,8,9,old\n');
    expect(priced(input, 'black-scholes', 'none').table).toEqual({
      columns: [...input.columns, 'computed_computed_price', 'computed_status', 'reason'],
      rows: [[...input.rows[0]!, '7.96556745540579', 'ok', '']],
    });
  });

  test.each([
    ['none', ['price']],
    ['first', ['price', 'delta', 'gamma', 'vega', 'theta', 'rho']],
    ['second', ['price', 'delta', 'gamma', 'vega', 'theta', 'rho', 'vanna', 'volga', 'charm']],
    [
      'third',
      [
        'price',
        'delta',
        'gamma',
        'vega',
        'theta',
        'rho',
        'vanna',
        'volga',
        'charm',
        'speed',
        'color',
        'zomma',
      ],
    ],
  ] as const)('gets the Greeks of the %s order and no others', (greeks, names) => {
    expect(priced(table(option), 'black-scholes', greeks).table.columns.slice(7)).toEqual([
      ...names,
      'status',
      'reason',
    ]);
  });

  test('may have no rows', () => {
    expect(priced(table('type,S,K,T,r,q,vol\n')).summary).toEqual({ rows: 0, priced: 0, refused: {} });
  });

  test.each(['call', 'put', 'C', 'p', ' Call '])('takes %j as a type', (type) => {
    expect(priced(table(option.replace('call', type))).summary.priced).toBe(1);
  });
});

describe('a row that cannot be priced', () => {
  const cases: ReadonlyArray<readonly [field: string, cell: string, status: string, reason: string]> = [
    ['type', 'straddle', 'unreadable', 'type straddle: must be call or put'],
    ['S', 'abc', 'unreadable', 'S abc: must be a finite decimal number'],
    ['K', '', 'unreadable', 'K (empty): must be a finite decimal number'],
    ['T', 'NaN', 'unreadable', 'T NaN: must be a finite decimal number'],
    ['r', 'Infinity', 'unreadable', 'r Infinity: must be a finite decimal number'],
    ['q', '1e400', 'unreadable', 'q 1e400: must be a finite decimal number'],
    ['vol', '20%', 'unreadable', 'vol 20%: must be a finite decimal number'],
    ['S', '0', 'out_of_domain', 'S 0: must be from 1e-150 to 1e+150'],
    ['K', '-5', 'out_of_domain', 'K -5: must be from 1e-150 to 1e+150'],
    ['K', '1e151', 'out_of_domain', 'K 1e+151: must be from 1e-150 to 1e+150'],
    ['T', '-0.5', 'out_of_domain', 'T -0.5: must be at least 0'],
    ['vol', '-0.1', 'out_of_domain', 'vol -0.1: must be at least 0'],
    ['r', '701', 'out_of_domain', 'r × T 701: must be from -700 to 700'],
    ['q', '-701', 'out_of_domain', 'q × T -701: must be from -700 to 700'],
  ];

  const good = 'call,100,100,1,0,0,0.2'.split(',');
  const columns = 'type,S,K,T,r,q,vol'.split(',');
  const bad = cases.map(([field, cell]) => columns.map((name, at) => (name === field ? cell : good[at]!)));

  test.each(cases.map((each, at) => [...each, at] as const))(
    'with %s %j has the status %s and the reason: %s',
    (_, __, status, reason, at) => {
      const { table: output } = priced({ columns, rows: [bad[at]!] });
      expect(output.rows[0]!.slice(7)).toEqual(['', '', '', '', '', '', status, reason]);
    },
  );

  test('keeps its place, changes no other row, and is counted by its status', () => {
    const rows = bad.flatMap((row) => [good, row]);
    const { table: output, summary } = priced({ columns, rows });
    const alone = priced({ columns, rows: [good] }).table.rows[0];
    output.rows.forEach((cells, row) => {
      expect(cells.slice(0, 7)).toEqual(rows[row]);
      if (row % 2 === 0) expect(cells).toEqual(alone);
    });
    expect(summary).toEqual({
      rows: 28,
      priced: 14,
      refused: { out_of_domain: 7, unreadable: 7 },
    });
  });

  test('whose value is too large for a double says so', () => {
    const { table: output } = priced({ columns, rows: ['put,1,1e150,1,-690,0,0.2'.split(',')] });
    expect(output.rows[0]!.slice(-2)).toEqual(['out_of_domain', 'a value is too large for a double']);
  });
});

describe('a table that is no table of options', () => {
  const faultOf = (text: string, model: keyof typeof optionModels): string => {
    const result = priceTable(pricing, table(text), optionModels[model], { greeks: 'first' });
    return result._tag === 'Left' ? tableErrorText(result.left) : 'no fault';
  };

  test.each([
    ['S,K,T,r,q,vol\n', 'black-scholes', 'line 1: no column type'],
    ['type,S,K,T,r,vol\n', 'black-scholes', 'line 1: no column q'],
    ['type,S,K,T,r,q,vol\n', 'black-76', 'line 1: no column F'],
    ['type,S,S,K,T,r,q,vol\n', 'black-scholes', 'line 1: column S is there twice'],
    ['type,s,K,T,r,q,vol\n', 'black-scholes', 'line 1: no column S'],
  ] as const)('%j is refused by %s: %s', (text, model, why) => {
    expect(faultOf(text, model)).toBe(why);
  });

  test('a column twice that the model does not read does no harm', () => {
    expect(faultOf('type,F,K,T,r,vol,note,note\n', 'black-76')).toBe('no fault');
  });
});

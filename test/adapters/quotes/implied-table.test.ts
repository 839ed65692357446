import { describe, expect, test } from 'vitest';
import { impliedTable, impliedModels, priceTable, tableErrorText } from '../../../adapters/quotes/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { column, table, valueOf } from './tables.js';

const quotes = (...lines: ReadonlyArray<string>) => table(['type,S,K,T,r,q,price', ...lines].join('\n'));

const implied = (...lines: ReadonlyArray<string>) =>
  valueOf(impliedTable(pricing, quotes(...lines), impliedModels['black-scholes']));

describe('a table of prices', () => {
  test.each([
    ['black-scholes', 'type,S,K,T,r,q,vol\n', ['call,100,110,0.5,0.03,0.01,', 'put,100,95,0.02,0.03,0.01,']],
    ['black-76', 'type,F,K,T,r,vol\n', ['put,4100,4000,0.1,0.05,', 'call,4100,4400,0.3,0.05,']],
  ] as const)('gives back the volatilities that %s priced it with', (model, header, options) => {
    const vols = ['0.1', '0.2', '0.75'];
    const rows = options.flatMap((option) => vols.map((vol) => option + vol));
    const priced = valueOf(
      priceTable(pricing, table(header + rows.join('\n')), impliedModels[model], { greeks: 'none' }),
    );
    const back = valueOf(impliedTable(pricing, withoutStatus(priced.table), impliedModels[model]));
    column(back.table, 'computed_vol').forEach((vol, row) => {
      expect(Number(vol)).toBeCloseTo(Number(vols[row % vols.length]), 11);
    });
  });

  test.each([
    ['call,100,90,1,0,0,-1', 'negative_price', 'price -1: must be at least 0'],
    [
      'call,100,90,1,0,0,9',
      'below_intrinsic',
      'price 9: must be above 10 (the discounted intrinsic value, rounded)',
    ],
    [
      'call,100,90,1,0,0,10',
      'at_intrinsic',
      'price 10: must be above 10 (the discounted intrinsic value, rounded)',
    ],
    [
      'put,100,90,1,0,0,0',
      'at_intrinsic',
      'price 0: must be above 0 (the discounted intrinsic value, rounded)',
    ],
    [
      'call,100,90,1,0,0,100',
      'at_upper_bound',
      'price 100: must be below 100 (the most that the option can deliver, rounded)',
    ],
    [
      'put,100,90,1,0,0,91',
      'above_upper_bound',
      'price 91: must be below 90 (the most that the option can deliver, rounded)',
    ],
    ['call,100,90,1,0,0,x', 'unreadable', 'price x: must be a finite decimal number'],
    ['call,0,90,1,0,0,1', 'out_of_domain', 'S 0: must be from 1e-150 to 1e+150'],
    ['call,100,90,0,0,0,12', 'out_of_domain', 'T 0: must be above 0 for a volatility to follow'],
    ['call,1,1,1,400,-400,1', 'out_of_domain', '(r - q) × T 800: must be from -700 to 700'],
  ])('%s has no volatility: %s', (line, status, reason) => {
    const { table: output, summary } = implied('call,100,100,1,0,0,8', line);
    expect(output.rows[1]!.slice(7)).toEqual(['', status, reason]);
    expect(output.rows[0]!.slice(8)).toEqual(['ok', '']);
    expect(summary).toEqual({ rows: 2, priced: 1, refused: { [status]: 1 } });
  });

  test('without a column price is refused', () => {
    const result = impliedTable(pricing, table('type,S,K,T,r,q,vol\n'), impliedModels['black-scholes']);
    expect(result._tag === 'Left' && tableErrorText(result.left)).toBe('line 1: no column price');
  });
});

/** A priced table as a file of quotes: without the two columns that say how pricing went. */
const withoutStatus = ({ columns, rows }: ReturnType<typeof table>) => ({
  columns: columns.slice(0, -2),
  rows: rows.map((cells) => cells.slice(0, -2)),
});

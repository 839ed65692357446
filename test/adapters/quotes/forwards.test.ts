import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainTable, type Chain, type Table } from '../../../adapters/quotes/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { expiryAfter, syntheticChain } from './synthetic-chain.js';
import { valueOf } from './tables.js';

const chain = (table: Table, rate: number | null = null): Chain =>
  valueOf(chainTable(pricing, table, { rate, days: { from: 0, to: 10_000 } }));

const expiriesOf = (table: Table, rate: number | null = null) => chain(table, rate).document.expiries;

/** The table with some bids and asks moved by an amount. */
const moved = (table: Table, rows: ReadonlyArray<number>, by: number): Table => ({
  columns: table.columns,
  rows: table.rows.map((cells, row) =>
    rows.includes(row)
      ? cells.map((cell, at) => (at === 6 || at === 7 ? String(Number(cell) + by) : cell))
      : cells,
  ),
});

const month = { days: 30, forward: 4_010, rate: 0.04, vol: 0.2 };

describe('forward and rate of quotes that keep put-call parity exactly', () => {
  test('are recovered, and so are the volatilities', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 14, max: 700 }),
        fc.double({ min: -0.05, max: 0.05, noNaN: true }),
        fc.double({ min: -0.02, max: 0.1, noNaN: true }),
        fc.double({ min: 0.1, max: 0.6, noNaN: true }),
        fc.constantFrom('SPX', 'SPXW'),
        (days, basis, rate, vol, root) => {
          const forward = 4_000 * (1 + basis);
          const [found] = expiriesOf(syntheticChain(4_000, [{ days, forward, rate, vol }], { root }));
          expect(found).toMatchObject({ root, days, rateFrom: 'own' });
          expect(found!.forward).toBeCloseTo(forward, 6);
          expect(found!.rate).toBeCloseTo(rate, 7);
          expect(found!.residual).toBeLessThan(1e-8);
          expect(found!.atTheMoney).toBeCloseTo(vol, 7);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('stay with most of the pairs when a few quotes are stale', () => {
    const straight = syntheticChain(4_000, [month]);
    const centre = Array.from({ length: 6 }, (_, at) => 4 * at + 30);
    const [found] = expiriesOf(moved(straight, centre.slice(0, 3), 3));
    expect(found!.forward).toBeCloseTo(month.forward, 3);
    expect(found!.rate).toBeCloseTo(month.rate, 5);
  });

  test('at a given rate are the forward alone', () => {
    const [found] = expiriesOf(syntheticChain(4_000, [month]), 0.04);
    expect(found).toMatchObject({ rate: 0.04, rateFrom: 'given' });
    expect(found!.forward).toBeCloseTo(month.forward, 8);
    expect(found!.discount).toBe(Math.exp(-0.04 * found!.years));
  });

  test('come of one pair when the rate is given', () => {
    const { columns, rows } = syntheticChain(4_000, [month]);
    const one = { columns, rows: rows.filter((cells) => cells[4] === '4000') };
    expect(expiriesOf(one, 0.04)[0]!.forward).toBeCloseTo(month.forward, 8);
    expect(chain(one).document.rows.refused).toEqual({ no_forward: 2 });
  });
});

describe('the rate of an expiry of few days', () => {
  test('is borrowed from the nearest that knows its own, and a noisy slope does not matter', () => {
    const week = { ...month, days: 5, forward: 4_002 };
    const quarter = { ...month, days: 90, forward: 4_030 };
    const table = syntheticChain(4_000, [week, month, quarter]);
    const noisy = moved(table, [36, 39, 44, 47], 0.2);
    const found = expiriesOf(noisy);
    expect(found.map(({ rateFrom }) => rateFrom)).toEqual([expiryAfter(30), 'own', 'own']);
    expect(found[0]!.rate).toBe(found[1]!.rate);
    expect(found[0]!.forward).toBeCloseTo(week.forward, 0);
  });

  test('is its own when nobody knows better', () => {
    expect(expiriesOf(syntheticChain(4_000, [{ ...month, days: 5 }]))[0]!.rateFrom).toBe('own');
  });
});

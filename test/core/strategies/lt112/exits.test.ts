import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  decideExit,
  known,
  lt112,
  missing,
  type ExitReason,
  type Reading,
} from '../../../../core/index.js';
import type { ExitFacts } from '../../../../core/strategies/index.js';
import { limits, on } from '../../market/fixtures.js';
import { fullDay } from '../facts.js';

const expiry = on('2025-07-18');

/** A spread sold for 1.00, so many days before it expires, at noon. */
const held = (days: number, cost: Reading<number> = known(0.8), second = 43_200): ExitFacts => {
  const date = addDays(expiry, -days);
  return { at: { date, second }, session: fullDay(date), expiry, credit: 1, cost, profitTarget: 0.5 };
};

const due = (facts: ExitFacts): ExitReason | null => decideExit(lt112.exits, facts, limits).due;

const cost = fc.integer({ min: 0, max: 500 }).map((cents) => cents / 100);

describe('“21 DTE defensive exit: MANDATORY regardless of P&L”', () => {
  it.each([
    [112, null],
    [23, null],
    [22, null],
    [21, 'time'],
    [20, 'time'],
    [1, 'time'],
    [0, 'time'],
    [-1, 'time'],
    [-30, 'time'],
  ])('at %d days: %s', (days, expected) => {
    expect(due(held(days))).toBe(expected);
  });

  it('holds for every profit, loss and missing price, at every hour', () => {
    const price = fc.option(cost, { nil: null });
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 130 }),
        price,
        fc.integer({ min: 0, max: 86_399 }),
        (days, at, hour) => {
          const reading = at === null ? missing('cost to close', 'absent') : known(at);
          expect(due(held(days, reading, hour)) === 'time').toBe(days <= 21);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('counts dates, not hours: a clock change in between adds nothing', () => {
    // 28 February is 22 days before 22 March 2025; clocks go forward on 9 March, so it is an hour less.
    const crossing = { ...held(0), at: { date: on('2025-02-28'), second: 86_399 }, expiry: on('2025-03-22') };
    expect(due(crossing)).toBeNull();
    expect(due({ ...crossing, at: { date: on('2025-03-01'), second: 0 } })).toBe('time');
  });
});

describe('“50% profit target” and the stop before that', () => {
  it.each([
    // Credit 1.00: out at 0.50 or less, stopped at 3.00 or more, a cent to either side.
    [0.49, 'profit'],
    [0.5, 'profit'],
    [0.51, null],
    [2.99, null],
    [3, 'stop'],
    [3.01, 'stop'],
  ])('at a cost of %d: %s', (price, expected) => {
    expect(due(held(60, known(price)))).toBe(expected);
  });

  it('gives way to the days once they are up', () => {
    expect(due(held(21, known(0.5)))).toBe('time');
    expect(due(held(21, known(3)))).toBe('time');
    expect(lt112.exits.map(({ reason }) => reason)).toEqual(['time', 'stop', 'profit']);
  });

  it('never lets go of an exit as the days go by', () => {
    const days = fc.integer({ min: -10, max: 120 });
    fc.assert(
      fc.property(days, fc.nat(60), cost, (left, fewer, price) => {
        const then = due(held(left, known(price)));
        const later = due(held(left - fewer, known(price)));
        expect(then === null || later === then || later === 'time').toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

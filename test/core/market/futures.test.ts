import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isTradingDay, quarterlyFuture, quarterlyFutureFor } from '../../../core/index.js';
import { on } from './fixtures.js';

describe('quarterly futures', () => {
  it.each([
    ['ES', 2025, 3, 'ESH5', '2025-03-21'],
    ['ES', 2024, 6, 'ESM4', '2024-06-21'],
    ['MES', 2023, 9, 'MESU3', '2023-09-15'],
    ['ES', 2030, 12, 'ESZ0', '2030-12-20'],
    // Good Friday and Juneteenth: the session before.
    ['ES', 2008, 3, 'ESH8', '2008-03-20'],
    ['MES', 2026, 6, 'MESM6', '2026-06-18'],
  ] as const)('%s of %s-%s is %s and trades until %s', (root, year, month, code, lastTradeDay) => {
    expect(quarterlyFuture(root, year, month)).toEqual({ root, year, month, code, lastTradeDay });
  });

  it.each([
    ['2025-03-14', 'ESH5'],
    ['2025-03-20', 'ESH5'],
    // On the last trade day itself the option delivers the next one (D§5.14: later than the expiry).
    ['2025-03-21', 'ESM5'],
    ['2025-03-24', 'ESM5'],
    ['2025-12-18', 'ESZ5'],
    ['2025-12-19', 'ESH6'],
    ['2025-12-31', 'ESH6'],
    ['2026-06-17', 'ESM6'],
    ['2026-06-18', 'ESU6'],
  ])('an option that expires on %s delivers %s', (expiry, code) => {
    expect(quarterlyFutureFor('ES', on(expiry))?.code).toBe(code);
  });

  it('has no answer where the exchange calendar has none', () => {
    expect(quarterlyFuture('ES', 2036, 3)).toBeNull();
    expect(quarterlyFutureFor('ES', on('1984-12-01'))).toBeNull();
    expect(quarterlyFutureFor('ES', on('2035-12-31'))).toBeNull();
    expect(quarterlyFutureFor('ES', on('2036-01-04'))).toBeNull();
  });

  it('is the first to stop trading after the expiry, at most 98 days later and on a session', () => {
    const expiry = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays(on('1985-01-01'), days));
    fc.assert(
      fc.property(expiry, (date) => {
        const future = quarterlyFutureFor('MES', date);
        return (
          future !== null &&
          future.lastTradeDay > date &&
          future.lastTradeDay <= addDays(date, 98) &&
          isTradingDay(future.lastTradeDay)
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

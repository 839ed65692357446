import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysToExpiration, type CalendarDate } from '../../../core/index.js';

const on = (text: string): CalendarDate => text as CalendarDate;
const dates = fc.integer({ min: 0, max: 20_000 }).map((day) => addDays(on('1985-01-01'), day));

describe('days to expiration', () => {
  it('is 0 on the day of expiry and counts weekends and holidays', () => {
    expect(daysToExpiration(on('2025-03-14'), on('2025-03-14'))).toBe(0);
    expect(daysToExpiration(on('2025-03-14'), on('2025-03-17'))).toBe(3);
    expect(daysToExpiration(on('2025-03-17'), on('2025-03-14'))).toBe(-3);
  });

  it('stands at 21 on the day that closes, whatever the clocks did in between', () => {
    expect(daysToExpiration(on('2024-03-01'), on('2024-03-22'))).toBe(21);
    expect(daysToExpiration(on('2024-10-25'), on('2024-11-15'))).toBe(21);
    expect(daysToExpiration(on('2024-02-29'), on('2024-03-22'))).toBe(22);
  });

  it('falls by one for every day that passes', () => {
    fc.assert(
      fc.property(dates, dates, (date, expiry) => {
        const tomorrow = daysToExpiration(addDays(date, 1), expiry);
        expect(tomorrow).toBe(daysToExpiration(date, expiry) - 1);
        expect(daysToExpiration(date, date)).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, isCalendarDate } from '../../../core/index.js';

describe('a calendar date', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2100-02-28', true],
    ['2025-04-30', true],
    ['2025-04-31', false],
    ['2025-12-31', true],
    ['2025-12-32', false],
    ['2025-00-10', false],
    ['2025-13-10', false],
    ['2025-01-00', false],
    ['1900-01-01', true],
    ['1899-12-31', false],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['2025-3-14', false],
    ['2025-03-14 ', false],
    ['2025-03-14T00:00', false],
    ['２０２５-03-14', false],
    ['', false],
  ])('is %j: %s', (text, valid) => {
    expect(isCalendarDate(text)).toBe(valid);
    expect(isRight(calendarDate.decode(text))).toBe(valid);
  });

  it('is every day that the proleptic calendar has, and no other', () => {
    const part = (max: number): fc.Arbitrary<string> =>
      fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), part(14), part(33), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const moment = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
        expect(isCalendarDate(text)).toBe(exists);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused as anything but a text, with the value in the error', () => {
    const decoded = calendarDate.decode(20_250_314);
    expect(isLeft(decoded) && decoded.left[0]?.value).toBe(20_250_314);
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(isRight(calendarDate.decode(input))).toBe(isCalendarDate(input));
      }),
      { numRuns: 1_000 },
    );
  });
});

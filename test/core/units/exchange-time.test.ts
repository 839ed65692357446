import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clock,
  compareTimes,
  exchangeTime,
  formatSecond,
  formatTime,
  type ExchangeTime,
} from '../../../core/index.js';
import { at, on } from '../market/fixtures.js';

const time: fc.Arbitrary<ExchangeTime> = fc.record({
  date: fc.constantFrom('2024-02-29', '2024-03-01', '2024-11-29', '2025-03-14').map(on),
  second: fc.oneof(fc.constantFrom(0, 37_800, 86_399), fc.integer({ min: 0, max: 86_399 })),
});

describe('the order of times', () => {
  it.each([
    ['2025-03-14 10:30', '2025-03-14 10:30', 0],
    ['2025-03-14 10:29:59', '2025-03-14 10:30', -1],
    ['2025-03-14 10:30:01', '2025-03-14 10:30', 1],
    ['2025-03-13 16:00', '2025-03-14 09:30', -1],
    ['2025-01-01 00:00', '2024-12-31 23:59', 1],
  ])('puts %s against %s at %d', (a, b, sign) => {
    expect(Math.sign(compareTimes(at(a), at(b)))).toBe(sign);
  });

  it('is total, antisymmetric and transitive', () => {
    fc.assert(
      fc.property(time, time, time, (a, b, c) => {
        expect(Math.sign(compareTimes(a, b)) + Math.sign(compareTimes(b, a))).toBe(0);
        expect(compareTimes(a, b) === 0).toBe(a.date === b.date && a.second === b.second);
        const [first, second, third] = [a, b, c].sort(compareTimes) as [
          ExchangeTime,
          ExchangeTime,
          ExchangeTime,
        ];
        expect(compareTimes(first, second)).toBeLessThanOrEqual(0);
        expect(compareTimes(second, third)).toBeLessThanOrEqual(0);
        expect(compareTimes(first, third)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('writing a time', () => {
  it.each([
    [0, '00:00'],
    [clock(9, 45), '09:45'],
    [clock(10, 30), '10:30'],
    [clock(15, 30) - 1, '15:29:59'],
    [clock(16, 0), '16:00'],
    [86_399, '23:59:59'],
    [clock(10, 30, 7), '10:30:07'],
    [clock(10, 30, 7) + 0.5, '10:30:07.5'],
    [clock(10, 30) + 0.25, '10:30:00.25'],
  ])('shows second %d of the day as %s', (second, text) => {
    expect(formatSecond(second)).toBe(text);
  });

  it('rounds a fraction to the millisecond, and carries it', () => {
    expect(formatSecond(clock(10, 30, 7) + 0.1234)).toBe('10:30:07.123');
    expect(formatSecond(clock(10, 30, 7) + 0.9996)).toBe('10:30:08');
    expect(formatSecond(clock(10, 59, 59) + 0.9996)).toBe('11:00');
  });

  it('puts the date before it', () => {
    expect(formatTime(at('2025-03-14 10:30'))).toBe('2025-03-14 10:30');
  });

  it('sorts as text as the times do, to the second', () => {
    const whole = (text: string): string => (text.length === 16 ? `${text}:00` : text);
    fc.assert(
      fc.property(time, time, (a, b) => {
        const [left, right] = [whole(formatTime(a)), whole(formatTime(b))];
        expect(left < right ? -1 : left > right ? 1 : 0).toBe(Math.sign(compareTimes(a, b)));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('reading a time', () => {
  it.each([
    [0, true],
    [86_399.5, true],
    [86_400, false],
    [-1, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
    ['37800', false],
  ])('with second %s of the day succeeds: %s', (second, valid) => {
    expect(isRight(exchangeTime.decode({ date: '2025-03-14', second }))).toBe(valid);
  });

  it('refuses a date that does not exist', () => {
    expect(isLeft(exchangeTime.decode({ date: '2025-02-29', second: 0 }))).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clock,
  elapsedSeconds,
  exchangeTime,
  exchangeTimeOf,
  formatTime,
  instantOf,
  type CalendarDate,
  type ExchangeTime,
} from '../../../core/index.js';

const utc = (text: string): number => Date.parse(text);
const read = (text: string): string => formatTime(exchangeTimeOf(utc(text)));
const at = (date: string, second: number): ExchangeTime => ({ date: date as CalendarDate, second });
const instants = fc.integer({ min: utc('1985-01-01T00:00:00Z'), max: utc('2035-12-31T00:00:00Z') });

// An independent reading of the same zone: the engine's own formatter, field by field.
const formatter = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  dateStyle: 'short',
  timeStyle: 'medium',
});

describe('the New York clock', () => {
  it.each([
    ['2023-03-10T14:30:00Z', '2023-03-10 09:30'],
    ['2023-03-13T13:30:00Z', '2023-03-13 09:30'],
    ['2024-11-01T13:30:00Z', '2024-11-01 09:30'],
    ['2024-11-04T14:30:00Z', '2024-11-04 09:30'],
    ['2025-03-15T03:59:59Z', '2025-03-14 23:59:59'],
    ['2025-03-15T04:00:00Z', '2025-03-15 00:00'],
    ['1987-10-19T13:30:00Z', '1987-10-19 09:30'],
    ['2006-03-31T14:30:00Z', '2006-03-31 09:30'],
  ])('reads %s as %s', (instant, reading) => {
    expect(read(instant)).toBe(reading);
    expect(new Date(instantOf(exchangeTimeOf(utc(instant)))).getTime()).toBe(utc(instant));
  });

  it('agrees with the formatter of the engine at any instant', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const [date, time] = formatter.format(instant).split(', ');
        const [hours, minutes, seconds] = time!.split(':').map(Number);
        const ours = exchangeTimeOf(instant);
        expect(ours.date).toBe(date);
        expect(Math.floor(ours.second)).toBe(clock(hours!, minutes!, seconds));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives back every instant but those of the repeated hour, which come back an hour earlier', () => {
    const anywhere = fc.oneof(
      instants,
      fc.integer({ min: utc('2024-11-03T00:00:00Z'), max: utc('2024-11-04T00:00:00Z') }),
      fc.integer({ min: utc('2024-03-10T00:00:00Z'), max: utc('2024-03-11T00:00:00Z') }),
    );
    fc.assert(
      fc.property(anywhere, (instant) => {
        const reading = exchangeTimeOf(instant);
        const repeated = exchangeTimeOf(instant - 3_600_000).second === reading.second;
        expect(instantOf(reading)).toBe(repeated ? instant - 3_600_000 : instant);
        expect(exchangeTimeOf(instantOf(reading))).toEqual(reading);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes the first of the two hours in autumn', () => {
    expect(read('2024-11-03T05:30:00Z')).toBe('2024-11-03 01:30');
    expect(read('2024-11-03T06:30:00Z')).toBe('2024-11-03 01:30');
    expect(instantOf(at('2024-11-03', clock(1, 30)))).toBe(utc('2024-11-03T05:30:00Z'));
    expect(instantOf(at('2024-11-03', clock(2, 0)))).toBe(utc('2024-11-03T07:00:00Z'));
  });

  it('reads the hour that spring skips on the clock before the change', () => {
    expect(instantOf(at('2024-03-10', clock(1, 59, 59)))).toBe(utc('2024-03-10T06:59:59Z'));
    expect(instantOf(at('2024-03-10', clock(2, 30)))).toBe(utc('2024-03-10T07:30:00Z'));
    expect(read('2024-03-10T07:30:00Z')).toBe('2024-03-10 03:30');
    expect(instantOf(at('2024-03-10', clock(3, 0)))).toBe(utc('2024-03-10T07:00:00Z'));
  });

  it('spans a day of wall clock in 23 hours in spring and in 25 in autumn', () => {
    const hours = (from: ExchangeTime, to: ExchangeTime): number =>
      (instantOf(to) - instantOf(from)) / 3_600_000;
    const spring = [at('2024-03-09', clock(12, 0)), at('2024-03-10', clock(12, 0))] as const;
    const autumn = [at('2024-11-02', clock(12, 0)), at('2024-11-03', clock(12, 0))] as const;
    expect([hours(...spring), hours(...autumn)]).toEqual([23, 25]);
    expect([elapsedSeconds(...spring), elapsedSeconds(...autumn)]).toEqual([86_400, 86_400]);
  });

  it('keeps milliseconds', () => {
    expect(exchangeTimeOf(utc('2025-03-14T14:30:00.125Z'))).toEqual(at('2025-03-14', 37_800.125));
    expect(instantOf(at('2025-03-14', 37_800.125))).toBe(utc('2025-03-14T14:30:00.125Z'));
    expect(instantOf(at('2025-03-14', 37_800.1254))).toBe(utc('2025-03-14T14:30:00.125Z'));
    expect(exchangeTimeOf(utc('2025-03-14T14:30:00.125Z') + 0.4)).toEqual(at('2025-03-14', 37_800.125));
  });

  it('knows only the two offsets it is built on, in every week of 1900 to 2199', () => {
    const first = utc('1900-01-01T05:00:00Z');
    const weeks = Array.from({ length: 15_653 }, (_, week) => first + week * 7 * 86_400_000);
    expect(weeks.map((instant) => instantOf(exchangeTimeOf(instant)))).toEqual(weeks);
  });

  it('holds what is no instant of 1900 to 2199 at their ends', () => {
    const first = at('1900-01-01', 0);
    const last = at('2199-12-31', 86_399.999);
    expect([-Infinity, Number.NaN, utc('1900-01-01T04:59:59Z')].map(exchangeTimeOf)).toEqual([
      first,
      first,
      first,
    ]);
    expect([Infinity, 8.65e15, utc('2200-01-01T05:00:00Z')].map(exchangeTimeOf)).toEqual([last, last, last]);
    fc.assert(
      fc.property(fc.double(), (instant) => exchangeTime.is(exchangeTimeOf(instant))),
      { numRuns: 1_000 },
    );
  });
});

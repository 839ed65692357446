import fc from 'fast-check';
import { isRight } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  clock,
  daysBetween,
  formatSecond,
  isTradingDay,
  nextSession,
  previousSession,
  session,
  sessionsAgo,
  sessionsBetween,
  sessionsLater,
  weekday,
  type CalendarDate,
  type Session,
} from '../../../core/index.js';
import { publishedCalendar } from './published-calendar.js';

const on = (text: string): CalendarDate => text as CalendarDate;
const first = on('1987-01-01');
const length = daysBetween(first, on('2028-12-31'));
const dates = fc.integer({ min: 0, max: length }).map((day) => addDays(first, day));

const between = (from: CalendarDate, to: CalendarDate): ReadonlyArray<Session> => {
  const list = sessionsBetween(from, to);
  return isRight(list) ? list.right : expect.fail('not covered');
};

describe('sessions', () => {
  it('agree with the published calendar on every day from 1987 to 2028', () => {
    const published = new Map(publishedCalendar.map((day) => [day.date, day]));
    const disagreements = Array.from({ length: length + 1 }, (_, day) => addDays(first, day)).filter(
      (date) => {
        const listed = published.get(date);
        const weekend = ['saturday', 'sunday'].includes(weekday(date));
        const close = weekend || listed?.type === 'closed' ? null : (listed?.close ?? '16:00');
        const ours = session(date);
        return (
          (ours === null ? null : formatSecond(ours.close)) !== close ||
          (ours?.earlyClose ?? false) !== (listed?.type === 'early_close')
        );
      },
    );
    expect(publishedCalendar).toHaveLength(477);
    expect(disagreements).toEqual([]);
  });

  it.each([
    ['2024-03-29', null, 'Good Friday'],
    ['2021-12-31', '16:00', 'no New Year observed on a Friday'],
    ['2024-07-03', '13:00', 'Independence Day eve'],
    ['2012-07-03', '13:00', 'before a Wednesday holiday'],
    ['2013-07-03', '13:00', 'a Wednesday since 2013'],
    ['2002-07-03', '16:00', 'a Wednesday before 2013'],
    ['2002-07-05', '13:00', 'the Friday after a Thursday holiday before 2013'],
    ['2024-11-29', '13:00', 'day after Thanksgiving'],
    ['2024-11-27', '16:00', 'day before Thanksgiving'],
    ['2024-12-24', '13:00', 'Christmas Eve'],
    ['2025-01-09', null, 'day of mourning'],
    ['1987-10-23', '14:00', 'backlog after the crash'],
    ['1987-11-12', '16:00', 'backlog cleared'],
    ['1985-11-29', '16:00', 'no early close by rule yet'],
    ['2024-06-15', null, 'Saturday'],
  ])('on %s close at %s: %s', (date, close, occasion) => {
    const found = session(on(date));
    expect(found === null ? null : formatSecond(found.close), occasion).toBe(close);
  });

  it('open at 09:30, at 10:00 before 1985-09-30, and once at 11:00 after snow', () => {
    const opens = between(on('1985-01-01'), on('2035-12-31')).map(({ date, open }) => ({ date, open }));
    const late = opens.filter(({ open }) => open !== clock(9, 30));
    expect(late.at(-1)).toEqual({ date: '1996-01-08', open: clock(11, 0) });
    expect(late.at(-2)).toEqual({ date: '1985-09-26', open: clock(10, 0) });
    expect(new Set(late.slice(0, -1).map(({ open }) => open))).toEqual(new Set([clock(10, 0)]));
    expect(late[0]).toEqual({ date: '1985-01-02', open: clock(10, 0) });
  });

  it('close early only at 13:00 since 1998', () => {
    const early = between(on('1998-01-01'), on('2035-12-31')).filter(({ earlyClose }) => earlyClose);
    expect(new Set(early.map(({ close }) => close))).toEqual(new Set([clock(13, 0)]));
  });

  it('follow each other with nothing between', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const next = nextSession(date)!;
        expect(session(next.date)).toBe(next);
        expect(next.date > date).toBe(true);
        const skipped = Array.from({ length: daysBetween(date, next.date) - 1 }, (_, day) =>
          addDays(date, day + 1),
        );
        expect(skipped.filter(isTradingDay)).toEqual([]);
        expect(previousSession(next.date)?.date).toBe(
          isTradingDay(date) ? date : previousSession(date)?.date,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('are listed in order, both ends included, each trading day once', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5, max: 60 }), (from, span) => {
        const to = addDays(from, span);
        const expected = Array.from({ length: Math.max(0, span + 1) }, (_, day) => addDays(from, day));
        expect(between(from, to).map(({ date }) => date)).toEqual(expected.filter(isTradingDay));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are counted as so many steps to the next or the previous one', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 70 }), (date, count) => {
        const step = (from: CalendarDate): CalendarDate => nextSession(from)!.date;
        const later = Array.from({ length: count }).reduce(step, date);
        expect(sessionsLater(date, count)?.date).toBe(later);
        expect(sessionsAgo(sessionsLater(date, count)!.date, count)?.date).toBe(
          isTradingDay(date) ? date : previousSession(date)?.date,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([0, -1, 1.5, Number.NaN, 20_000])('cannot be counted %s times', (count) => {
    expect(sessionsLater(on('2024-06-14'), count)).toBeNull();
    expect(sessionsAgo(on('2024-06-14'), count)).toBeNull();
  });

  it('counted over the closure of September 2001', () => {
    expect(nextSession(on('2001-09-10'))?.date).toBe('2001-09-17');
    expect(sessionsAgo(on('2001-09-17'), 2)?.date).toBe('2001-09-07');
  });
});

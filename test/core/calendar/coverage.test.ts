import { left, right } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  calendarCoverage,
  coveredDate,
  holidayName,
  isMonthlyExpiration,
  isTradingDay,
  nextSession,
  previousSession,
  session,
  sessionsAgo,
  sessionsBetween,
  sessionsLater,
  type CalendarDate,
} from '../../../core/index.js';

const on = (text: string): CalendarDate => text as CalendarDate;

describe('the covered years', () => {
  it.each(['1985-01-01', '2024-06-14', '2035-12-31'])('let %s in', (date) => {
    expect(coveredDate(on(date))).toEqual(right(date));
  });

  it.each(['1984-12-31', '2036-01-01'])('turn %s away, naming field, value and limit', (date) => {
    expect(coveredDate(on(date), 'expiry')).toEqual(
      left({ _tag: 'OutsideCalendar', field: 'expiry', value: date, limit: calendarCoverage }),
    );
  });

  // Two weekdays and, in 2036, a third Friday and Christmas.
  it.each(['1984-12-31', '2036-01-18', '2036-12-25'])('have no session and no neighbour for %s', (date) => {
    expect([session, nextSession, previousSession, holidayName].map((ask) => ask(on(date)))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([sessionsLater, sessionsAgo].map((count) => count(on(date), 3))).toEqual([null, null]);
    expect([isTradingDay, isMonthlyExpiration].map((ask) => ask(on(date)))).toEqual([false, false]);
  });

  it('end the neighbours at their first and last session', () => {
    expect(previousSession(on('1985-01-02'))).toBeNull();
    expect(nextSession(on('2035-12-31'))).toBeNull();
    expect(nextSession(on('1985-01-01'))?.date).toBe('1985-01-02');
    expect(previousSession(on('2035-12-31'))?.date).toBe('2035-12-28');
  });

  it('refuse a list that would be cut short, naming the end that is not covered', () => {
    const covered = on('2024-01-02');
    expect(sessionsBetween(on('1984-12-31'), covered)).toMatchObject({ left: { field: 'from' } });
    expect(sessionsBetween(covered, on('2036-01-01'))).toMatchObject({ left: { field: 'to' } });
  });
});

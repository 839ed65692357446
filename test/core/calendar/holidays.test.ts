import { describe, expect, it } from 'vitest';
import { holidayName, type CalendarDate } from '../../../core/index.js';
import { publishedCalendar } from './published-calendar.js';

const nameOn = (text: string): string | null => holidayName(text as CalendarDate);

describe('holidays', () => {
  it('carry the published names of all yearly holidays, 1987 to 2028', () => {
    // 2007-01-02 bears a wrong label in the list; the special closings are named one by one below.
    const yearly = publishedCalendar.filter(
      ({ type, name, date }) => type === 'closed' && name !== 'Special closing' && date !== '2007-01-02',
    );
    expect(yearly).toHaveLength(368);
    expect(yearly.map(({ date }) => nameOn(date))).toEqual(yearly.map(({ name }) => name));
  });

  it.each([
    ['1985-09-27', 'Hurricane Gloria'],
    ['1994-04-27', 'Day of mourning for Richard Nixon'],
    ['2001-09-11', 'Attacks of September 11'],
    ['2001-09-14', 'Attacks of September 11'],
    ['2004-06-11', 'Day of mourning for Ronald Reagan'],
    ['2007-01-02', 'Day of mourning for Gerald Ford'],
    ['2012-10-29', 'Hurricane Sandy'],
    ['2018-12-05', 'Day of mourning for George H. W. Bush'],
    ['2025-01-09', 'Day of mourning for Jimmy Carter'],
  ])('name the special closure of %s: %s', (date, name) => {
    expect(nameOn(date)).toBe(name);
  });

  it('keep no New Year on the Friday before a Saturday, and the Monday after a Sunday', () => {
    expect(nameOn('2021-12-31')).toBeNull();
    expect(nameOn('2022-01-03')).toBeNull();
    expect(nameOn('2023-01-02')).toBe("New Year's Day");
  });

  it('begin Martin Luther King Jr. Day in 1998 and Juneteenth in 2022', () => {
    expect([nameOn('1997-01-20'), nameOn('1998-01-19')]).toEqual([null, 'Martin Luther King Jr. Day']);
    expect([nameOn('2021-06-18'), nameOn('2022-06-20')]).toEqual([null, 'Juneteenth']);
  });

  it('have no name for an ordinary weekend, a trading day, or a holiday kept on another day', () => {
    expect(['2024-06-15', '2024-06-14', '2021-12-25'].map(nameOn)).toEqual([null, null, null]);
    expect(nameOn('2021-12-24')).toBe('Christmas');
  });
});

import { describe, expect, it } from 'vitest';
import { dateOfDay } from '../../../core/calendar/date-arithmetic.js';
import { easterSunday } from '../../../core/calendar/easter.js';

// Well-known dates: very early and very late ones, and the years that break shorter algorithms (1954, 1981, 2049,
// 2076). Good Friday of 1987 to 2028 is also checked against the published exchange calendar.
const known = `
  1913-03-23 1943-04-25 1954-04-18 1981-04-19 1985-04-07 1987-04-19 1990-04-15 1994-04-03 1999-04-04
  2000-04-23 2008-03-23 2011-04-24 2016-03-27 2019-04-21 2024-03-31 2025-04-20 2035-03-25 2038-04-25
  2049-04-18 2076-04-19`;

describe('Easter Sunday', () => {
  it.each(known.trim().split(/\s+/))('is %s', (date) => {
    expect(dateOfDay(easterSunday(Number(date.slice(0, 4))))).toBe(date);
  });
});

import { clock, type CalendarDate } from '../units/index.js';

/** Days on which the exchange stayed closed, or kept other hours, by decision and not by rule. */
interface SpecialClosure {
  readonly reason: string;
  readonly dates: ReadonlyArray<CalendarDate>;
}

/** Hours other than 09:30 to 16:00. `open` and `close` are seconds of the New York day. */
interface SpecialHours extends SpecialClosure {
  readonly open: number;
  readonly close: number;
}

// A constant must stand before the tables that use it.
const nineThirty = clock(9, 30);
const dates = (...texts: ReadonlyArray<string>): ReadonlyArray<CalendarDate> =>
  texts as ReadonlyArray<CalendarDate>;

/**
 * Full closures beyond the yearly holidays. Source of the dates since 1987: the calendar that the tests carry
 * (test/fixtures/nyse-calendar.csv), which marks them as special closings; the reasons are general knowledge.
 */
export const specialClosures: ReadonlyArray<SpecialClosure> = [
  { reason: 'Hurricane Gloria', dates: dates('1985-09-27') },
  { reason: 'Day of mourning for Richard Nixon', dates: dates('1994-04-27') },
  {
    reason: 'Attacks of September 11',
    dates: dates('2001-09-11', '2001-09-12', '2001-09-13', '2001-09-14'),
  },
  { reason: 'Day of mourning for Ronald Reagan', dates: dates('2004-06-11') },
  { reason: 'Day of mourning for Gerald Ford', dates: dates('2007-01-02') },
  { reason: 'Hurricane Sandy', dates: dates('2012-10-29', '2012-10-30') },
  { reason: 'Day of mourning for George H. W. Bush', dates: dates('2018-12-05') },
  { reason: 'Day of mourning for Jimmy Carter', dates: dates('2025-01-09') },
];

/**
 * Hours that no rule gives. Source: the same calendar. The hours of 1994-02-11, 1996-01-08 and 1997-10-27 were
 * decided on the day itself: a replay that reads the close beforehand knows more than a trader did. The delayed
 * opening of 1996-01-08 is the only one that the source mentions; it does not claim to list them all.
 */
export const specialHours: ReadonlyArray<SpecialHours> = [
  {
    reason: 'Paperwork backlog after the crash of October 1987',
    dates: dates('1987-10-23', '1987-10-26', '1987-10-27', '1987-10-28', '1987-10-29', '1987-10-30'),
    open: nineThirty,
    close: clock(14, 0),
  },
  {
    reason: 'Paperwork backlog after the crash of October 1987',
    dates: dates('1987-11-02', '1987-11-03', '1987-11-04'),
    open: nineThirty,
    close: clock(14, 30),
  },
  {
    reason: 'Paperwork backlog after the crash of October 1987',
    dates: dates('1987-11-05', '1987-11-06'),
    open: nineThirty,
    close: clock(15, 0),
  },
  {
    reason: 'Paperwork backlog after the crash of October 1987',
    dates: dates('1987-11-09', '1987-11-10', '1987-11-11'),
    open: nineThirty,
    close: clock(15, 30),
  },
  {
    reason: 'Christmas Eve',
    dates: dates('1990-12-24', '1991-12-24', '1992-12-24'),
    open: nineThirty,
    close: clock(14, 0),
  },
  { reason: 'Day after Thanksgiving', dates: dates('1992-11-27'), open: nineThirty, close: clock(14, 0) },
  { reason: 'Snowstorm', dates: dates('1994-02-11'), open: nineThirty, close: clock(14, 30) },
  { reason: 'Snowstorm', dates: dates('1996-01-08'), open: clock(11, 0), close: clock(14, 0) },
  { reason: 'Circuit breaker', dates: dates('1997-10-27'), open: nineThirty, close: clock(15, 30) },
  {
    reason: 'Day after Christmas',
    dates: dates('1997-12-26', '2003-12-26'),
    open: nineThirty,
    close: clock(13, 0),
  },
];

import * as t from 'io-ts/lib/index.js';
import { calendarDate, type CalendarDate } from './calendar-date.js';
import { finite } from './finite.js';

/** Wall-clock time in New York: an exchange date and the seconds since that day's midnight, in [0, 86400). */
export interface ExchangeTime {
  readonly date: CalendarDate;
  readonly second: number;
}

export const exchangeTime: t.Type<ExchangeTime, { date: string; second: number }> = t.readonly(
  t.type({
    date: calendarDate,
    second: t.refinement(finite, (second) => second >= 0 && second < 86_400, 'second of the day'),
  }),
);

/** Negative when `a` is earlier than `b`, positive when later, 0 when equal. */
export const compareTimes = (a: ExchangeTime, b: ExchangeTime): number => {
  if (a.date === b.date) return a.second - b.second;
  return a.date < b.date ? -1 : 1;
};

/** The second of the day of a `HH:MM` or `HH:MM:SS` clock reading. */
export const clock = (hours: number, minutes: number, seconds = 0): number =>
  hours * 3_600 + minutes * 60 + seconds;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `10:30`, or `10:30:07` when the seconds are not zero; fractions are kept to the millisecond (`10:30:07.5`). */
export const formatSecond = (second: number): string => {
  const milliseconds = Math.round(second * 1_000);
  const whole = Math.floor(milliseconds / 1_000);
  const text = `${twoDigits(Math.floor(whole / 3_600))}:${twoDigits(Math.floor(whole / 60) % 60)}`;
  if (milliseconds % 60_000 === 0) return text;
  const fraction = milliseconds % 1_000;
  const tail = fraction === 0 ? '' : String(fraction / 1_000).slice(1);
  return `${text}:${twoDigits(whole % 60)}${tail}`;
};

/** `2025-03-14 10:30`, the form used in every report. */
export const formatTime = (time: ExchangeTime): string => `${time.date} ${formatSecond(time.second)}`;

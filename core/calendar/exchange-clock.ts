import { tzOffset } from '@date-fns/tz/tzOffset';
import { toDate } from 'date-fns/toDate';
import type { ExchangeTime } from '../units/index.js';
import { dateOfDay, dayNumber, dayNumberOf } from './date-arithmetic.js';

/**
 * The New York clock reading of an instant (milliseconds since 1970-01-01 UTC, rounded to whole ones). The
 * zone's rules come from the time-zone data of the JavaScript engine, through @date-fns/tz; the machine's own
 * zone plays no part. Total: an instant before the year 1900, or NaN, reads as the first moment of 1900, one
 * after 2199 as the last of 2199; neither day has a session.
 */
export const exchangeTimeOf = (instant: number): ExchangeTime => {
  const held = heldWithinCalendar(instant);
  const wall = held + newYorkOffset(held) * millisecondsPerMinute;
  const day = Math.floor(wall / millisecondsPerDay);
  return { date: dateOfDay(day), second: (wall - day * millisecondsPerDay) / 1_000 };
};

/**
 * The instant at which New York's clocks show a time, in whole milliseconds. In the hour that autumn repeats
 * (01:00–02:00) it is the first, daylight-saving one. A reading in the hour that spring skips (02:00–03:00)
 * never shows; it is read on the clock before the change, so 02:30 gives the instant of 03:30.
 */
export const instantOf = ({ date, second }: ExchangeTime): number => {
  const wall = dayNumber(date) * millisecondsPerDay + Math.round(second * 1_000);
  const inDaylightTime = wall - daylightOffset * millisecondsPerMinute;
  return newYorkOffset(inDaylightTime) === daylightOffset
    ? inDaylightTime
    : wall - standardOffset * millisecondsPerMinute;
};

const millisecondsPerMinute = 60_000;
const millisecondsPerDay = 86_400_000;

/** New York's only two offsets since 1900, in minutes from UTC. */
const daylightOffset = -240;
const standardOffset = -300;

/** Minutes from UTC. `toDate` because core does not name `Date`, whose other doors read the local zone. */
const newYorkOffset = (instant: number): number => tzOffset('America/New_York', toDate(instant));

// Both New Years are in standard time.
const firstInstant = dayNumberOf(1900, 1, 1) * millisecondsPerDay - standardOffset * millisecondsPerMinute;
const lastInstant = dayNumberOf(2200, 1, 1) * millisecondsPerDay - standardOffset * millisecondsPerMinute - 1;

const heldWithinCalendar = (instant: number): number =>
  instant > firstInstant ? Math.min(Math.round(instant), lastInstant) : firstInstant;

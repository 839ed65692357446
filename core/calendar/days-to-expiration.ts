import type { CalendarDate } from '../units/index.js';
import { daysBetween } from './date-arithmetic.js';

/**
 * DTE: the difference of two exchange calendar dates, never of instants, so that neither the hour nor a clock
 * change counts. 0 on the day of expiry, negative after it.
 */
export const daysToExpiration = (on: CalendarDate, expiry: CalendarDate): number => daysBetween(on, expiry);

/** Floor 1: exchange sessions, days to expiration and the New York clock. Dates are counted here only. */
export { calendarCoverage, coveredDate, type OutsideCalendar } from './coverage.js';
export { addDays, daysBetween, dayNumber, elapsedSeconds, weekday, type Weekday } from './date-arithmetic.js';
export * from './days-to-expiration.js';
export { regularHours, type TradingHours } from './early-closes.js';
export * from './exchange-clock.js';
export * from './expirations.js';
export { holidayName } from './holidays.js';
export * from './session.js';

/** Floor 0: the values everything else is written in. */
export * from './calendar-date.js';
export * from './cents.js';
export * from './digest.js';
export * from './exchange-time.js';
export * from './finite.js';

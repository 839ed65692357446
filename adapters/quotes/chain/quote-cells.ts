import {
  exchangeTimeOf,
  isCalendarDate,
  type CalendarDate,
  type ExchangeTime,
  type OptionRight,
} from '../../../core/index.js';
import { decimalOf as numberCell } from '../table/decimal.js';
import { quoteMoment } from './quote-moment.js';

// One reader a kind of cell; each gives null for what is not of its kind.
export { numberCell };

/** A number above 0. */
export const priceCell = (cell: string): number | null => {
  const value = numberCell(cell);
  return value !== null && value > 0 ? value : null;
};

export const dateCell = (cell: string): CalendarDate | null => (isCalendarDate(cell) ? cell : null);

export const rightCell = (cell: string): OptionRight | null => {
  if (cell === 'C') return 'call';
  return cell === 'P' ? 'put' : null;
};

/** The moment that the quotes show, from the time of download with its offset from UTC. */
export const momentCell = (cell: string): ExchangeTime | null =>
  isoTime.test(cell) ? quoteMoment(exchangeTimeOf(Date.parse(cell))) : null;

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

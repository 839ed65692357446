import { describe, expect, test } from 'vitest';
import { momentCell } from '../../../adapters/quotes/chain/quote-cells.js';
import { settlementOf, yearsBetween } from '../../../adapters/quotes/chain/quote-moment.js';
import { rootTerms } from '../../../adapters/quotes/chain/roots.js';
import { clock, formatTime, type CalendarDate } from '../../../core/index.js';

const shown = (downloaded: string): string | null => {
  const moment = momentCell(downloaded);
  return moment === null ? null : formatTime(moment);
};

describe('the moment that a downloaded quote table shows', () => {
  test.each([
    ['a Saturday', '2022-06-11T20:47-04:00', '2022-06-10 16:15'],
    ['a Sunday night', '2023-08-20T22:42-04:00', '2023-08-18 16:15'],
    ['after the close', '2023-09-14T16:31-04:00', '2023-09-14 16:15'],
    ['between close and last quotes', '2023-09-14T16:20-04:00', '2023-09-14 16:05'],
    ['in the session, a quarter of an hour late', '2023-06-09T13:40-04:00', '2023-06-09 13:25'],
    ['before quotes of the open arrive', '2023-06-09T09:40-04:00', '2023-06-08 16:15'],
    ['the morning after a holiday weekend', '2023-09-05T08:00-04:00', '2023-09-01 16:15'],
    ['a half day', '2023-11-24T18:00-05:00', '2023-11-24 13:15'],
    ['winter, written in UTC', '2023-02-04T04:24Z', '2023-02-03 16:15'],
  ])('%s, %s: %s', (_, downloaded, moment) => {
    expect(shown(downloaded)).toBe(moment);
  });

  test.each(['', '2023-02-03', '2023-02-03T23:24', 'yesterday', '2023-13-03T23:24Z', '1950-01-03T23:24Z'])(
    'is unknown of %j',
    (downloaded) => {
      expect(shown(downloaded)).toBeNull();
    },
  );
});

describe('the settlement of an expiry', () => {
  test.each([
    ['SPXW', '2022-06-17', '2022-06-17 16:00'],
    ['SPX', '2022-06-17', '2022-06-17 09:30'],
    ['NDX', '2024-04-19', '2024-04-19 09:30'],
    ['NDXP', '2024-04-19', '2024-04-19 16:00'],
    ['SPY', '2023-09-15', '2023-09-15 16:00'],
    ['SPXW', '2023-11-24', '2023-11-24 13:00'],
  ])('of %s %s is %s', (root, expiry, at) => {
    expect(formatTime(settlementOf(expiry as CalendarDate, rootTerms(root)))).toBe(at);
  });

  test('is counted in time that passes: an hour less over the night when clocks spring ahead', () => {
    const noon = (date: string) => ({ date: date as CalendarDate, second: clock(12, 0) });
    expect(yearsBetween(noon('2023-03-11'), noon('2023-03-12')) * 365 * 24).toBeCloseTo(23, 9);
    expect(yearsBetween(noon('2023-02-03'), noon('2024-02-03'))).toBe(1);
  });
});

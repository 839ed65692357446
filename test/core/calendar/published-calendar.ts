import { readFileSync } from 'node:fs';
import type { CalendarDate } from '../../../core/index.js';

/** A row of test/fixtures/nyse-calendar.csv, where its source is told. `close` is `HH:MM` or empty. */
interface PublishedDay {
  readonly date: CalendarDate;
  readonly type: string;
  readonly close: string;
  readonly name: string;
}

const text = readFileSync(new URL('../../fixtures/nyse-calendar.csv', import.meta.url), 'utf8');

export const publishedCalendar: ReadonlyArray<PublishedDay> = text
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [date, type, close, name] = line.split(',') as [CalendarDate, string, string, string];
    return { date, type, close, name };
  });

import { addDays, isMonthlyExpiration } from '../../calendar/index.js';
import { fail, pass, stated, unknown, warn, type Verdict } from '../../rule/index.js';
import type { Limits } from '../../rule-set/index.js';
import type { CalendarDate } from '../../units/index.js';
import type { MacroEvent } from '../macro-event.js';
import { coverageGaps, type DateRange, type EventFacts, type ReleaseKind } from './coverage.js';

/**
 * No new position near a release, by the day: FOMC from one day before to one after, CPI, NFP and GDP from one
 * day before; a monthly expiration, known by rule, only warns. Calendar days by date arithmetic, as §4 asks: the
 * Friday before a Monday release is three days away and free. Unknown when a calendar that must be known does
 * not reach over the whole window. Source: §4; D§5.9.
 */
export const dayWindows = ({ at, events, coverage }: EventFacts, limits: WindowLimits): Verdict => {
  const windows = windowsOf(at.date, limits);
  const near = events.filter((event) => windows.some((each) => isWithin(each, event)));
  if (near.length > 0)
    return fail(stated(near.map(({ kind, date }) => `${kind} on ${date}`).join(', '), free));
  const gaps = windows.flatMap(({ kind, from, to }) => coverageGaps(coverage, kind, { from, to }));
  if (gaps.length > 0) return unknown(...gaps);
  const opex = monthlyExpirationWithin(at.date, limits['event.opexBefore']);
  return opex === undefined
    ? pass(stated(`none around ${at.date}`, free))
    : warn(stated(`OPEX on ${opex}`, 'no monthly expiration in the days ahead'));
};

const free = 'no release on the days around it';

type WindowLimits = Pick<
  Limits,
  | 'event.fomcBefore'
  | 'event.fomcAfter'
  | 'event.cpiBefore'
  | 'event.nfpBefore'
  | 'event.gdpBefore'
  | 'event.opexBefore'
>;

/** The dates on which a release of the kind is too near, both included. */
interface EventWindow extends DateRange {
  readonly kind: ReleaseKind;
}

const windowsOf = (on: CalendarDate, limits: WindowLimits): ReadonlyArray<EventWindow> => {
  const around = (kind: ReleaseKind, before: number, after: number): EventWindow => ({
    kind,
    from: addDays(on, -after),
    to: addDays(on, before),
  });
  return [
    around('FOMC', limits['event.fomcBefore'], limits['event.fomcAfter']),
    around('CPI', limits['event.cpiBefore'], 0),
    around('NFP', limits['event.nfpBefore'], 0),
    around('GDP', limits['event.gdpBefore'], 0),
  ];
};

const isWithin = ({ kind, from, to }: EventWindow, event: MacroEvent): boolean =>
  event.kind === kind && from <= event.date && event.date <= to;

const monthlyExpirationWithin = (date: CalendarDate, days: number): CalendarDate | undefined =>
  Array.from({ length: Math.max(0, Math.floor(days)) + 1 }, (_, ahead) => addDays(date, ahead)).find(
    isMonthlyExpiration,
  );

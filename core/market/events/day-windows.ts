import { addDays, daysBetween, isMonthlyExpiration } from '../../calendar/index.js';
import { fail, pass, stated, unknown, warn, type Verdict } from '../../rule/index.js';
import type { Limits } from '../../rule-set/index.js';
import type { CalendarDate } from '../../units/index.js';
import type { MacroEvent } from '../macro-event.js';
import { coverageGaps, type EventFacts, type ReleaseKind } from './coverage.js';

/**
 * No new position near a release, by the day: FOMC from one day before to one after, CPI, NFP and GDP from one
 * day before; a monthly expiration, known by rule, only warns. Calendar days by date arithmetic, as §4 asks: the
 * Friday before a Monday release is three days away and free. Unknown when a calendar that must be known does
 * not reach over the whole window. Source: §4; D§5.9.
 */
export const dayWindows = ({ at, events, coverage }: EventFacts, limits: WindowLimits): Verdict => {
  const windows = windowsOf(limits);
  const near = windows.flatMap((each) => eventsWithin(each, at.date, events));
  if (near.length > 0)
    return fail(stated(near.map(({ kind, date }) => `${kind} on ${date}`).join(', '), free));
  const gaps = windows.flatMap(({ kind, before, after }) =>
    coverageGaps(coverage, kind, { from: addDays(at.date, -after), to: addDays(at.date, before) }),
  );
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

interface EventWindow {
  readonly kind: ReleaseKind;
  /** Days, at least 0. */
  readonly before: number;
  readonly after: number;
}

const windowsOf = (limits: WindowLimits): ReadonlyArray<EventWindow> => [
  { kind: 'FOMC', before: limits['event.fomcBefore'], after: limits['event.fomcAfter'] },
  { kind: 'CPI', before: limits['event.cpiBefore'], after: 0 },
  { kind: 'NFP', before: limits['event.nfpBefore'], after: 0 },
  { kind: 'GDP', before: limits['event.gdpBefore'], after: 0 },
];

const eventsWithin = (
  { kind, before, after }: EventWindow,
  on: CalendarDate,
  events: ReadonlyArray<MacroEvent>,
): ReadonlyArray<MacroEvent> =>
  events.filter((event) => {
    const days = daysBetween(on, event.date);
    return event.kind === kind && -after <= days && days <= before;
  });

const monthlyExpirationWithin = (date: CalendarDate, days: number): CalendarDate | undefined =>
  Array.from({ length: Math.max(0, Math.floor(days)) + 1 }, (_, ahead) => addDays(date, ahead)).find(
    isMonthlyExpiration,
  );

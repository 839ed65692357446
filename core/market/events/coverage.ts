import type { Gap } from '../../rule/index.js';
import type { CalendarDate, ExchangeTime } from '../../units/index.js';
import type { MacroEvent, MacroEventKind } from '../macro-event.js';

/** Scheduled by an agency, so that only a source can tell when. OPEX is not: its dates follow by rule. */
export type ReleaseKind = Exclude<MacroEventKind, 'OPEX'>;

/** Dates from one to the other, both included. */
export interface DateRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The dates for which a source knows every release of a kind; null where there is no source. */
export type MacroCoverage = Readonly<Record<ReleaseKind, DateRange | null>>;

/** What the event rule looks at. Events may come in any order. */
export interface EventFacts {
  readonly at: ExchangeTime;
  readonly events: ReadonlyArray<MacroEvent>;
  readonly coverage: MacroCoverage;
}

export const releaseKinds: ReadonlyArray<ReleaseKind> = ['FOMC', 'CPI', 'NFP', 'GDP'];

/**
 * The gap of a kind that must be known (FOMC, CPI, NFP) and whose source does not reach over the dates; none
 * for other kinds, which `uncoveredEvents` reports instead (D§5.2).
 */
export const coverageGaps = (
  coverage: MacroCoverage,
  kind: ReleaseKind,
  dates: DateRange,
): ReadonlyArray<Gap> =>
  !mustBeKnown.has(kind) || covers(coverage[kind], dates)
    ? []
    : [{ fact: `${kind} calendar`, reason: 'absent', detail: shortfall(coverage[kind], dates) }];

/**
 * The kinds of release nobody can rule out on a date and which do not block: not applicable, and a standing
 * warning at the head of every report (D§5.2). One sentence each.
 */
export const uncoveredEvents = (coverage: MacroCoverage, on: CalendarDate): ReadonlyArray<string> =>
  releaseKinds
    .filter((kind) => !mustBeKnown.has(kind) && !covers(coverage[kind], { from: on, to: on }))
    .map((kind) => `${kind} releases are not tested: ${shortfall(coverage[kind], { from: on, to: on })}`);

const mustBeKnown: ReadonlySet<ReleaseKind> = new Set<ReleaseKind>(['FOMC', 'CPI', 'NFP']);

const covers = (known: DateRange | null, dates: DateRange): boolean =>
  known !== null && known.from <= dates.from && dates.to <= known.to;

const shortfall = (known: DateRange | null, { from, to }: DateRange): string => {
  const wanted = from === to ? from : `${from} to ${to}`;
  return known === null
    ? `no source, for ${wanted}`
    : `the source reaches from ${known.from} to ${known.to}, not over ${wanted}`;
};

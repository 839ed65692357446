import { elapsedSeconds } from '../../calendar/index.js';
import { fail, measured, pass, stated, unknown, type Gap, type Verdict } from '../../rule/index.js';
import type { Limits } from '../../rule-set/index.js';
import type { ExchangeTime } from '../../units/index.js';
import type { MacroEvent } from '../macro-event.js';
import { coverageGaps, releaseKinds, type EventFacts } from './coverage.js';

/**
 * No FOMC, CPI, NFP or GDP release less than so many whole minutes before or after. Of a minute begun nothing
 * counts, and exactly the limit passes. Unknown when a calendar that must be known does not reach the date, or
 * a release of the day has no time (GDP without one is at 08:30, D§5.16). Source: §4; D§1.
 */
export const releaseDistance = (
  { at, events, coverage }: EventFacts,
  limits: Pick<Limits, 'friday0dte.eventDistance' | 'event.gdpTime'>,
): Verdict => {
  const limit = limits['friday0dte.eventDistance'];
  const releases = events
    .filter(({ kind }) => kind !== 'OPEX')
    .map((event) => timed(event, limits['event.gdpTime']));
  const nearest = nearestMinutes(releases, at);
  if (nearest < limit) return fail(measured(nearest, 'at least', limit, 'minutes'));
  const gaps = [
    ...releaseKinds.flatMap((kind) => coverageGaps(coverage, kind, { from: at.date, to: at.date })),
    ...releases.filter(({ date, second }) => date === at.date && second === null).map(withoutTime),
  ];
  if (gaps.length > 0) return unknown(...gaps);
  return Number.isFinite(nearest)
    ? pass(measured(nearest, 'at least', limit, 'minutes'))
    : pass(stated('no release known', `none within ${limit} minutes`));
};

/** Whole minutes to the nearest release with a time; infinite without one. */
const nearestMinutes = (releases: ReadonlyArray<MacroEvent>, at: ExchangeTime): number =>
  releases
    .flatMap(({ date, second }) => (second === null ? [] : [elapsedSeconds({ date, second }, at)]))
    .map((seconds) => Math.floor(Math.abs(seconds) / 60))
    .reduce((least, minutes) => Math.min(least, minutes), Number.POSITIVE_INFINITY);

const timed = (event: MacroEvent, gdpTime: number): MacroEvent =>
  event.kind === 'GDP' && event.second === null ? { ...event, second: gdpTime } : event;

const withoutTime = ({ kind, date }: MacroEvent): Gap => ({
  fact: `time of the ${kind} release`,
  reason: 'absent',
  detail: `the source gives none for ${date}`,
});

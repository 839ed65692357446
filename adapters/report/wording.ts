import { comparison, measure, whole } from './figures.js';
import type {
  FunnelRow,
  LimitState,
  OpportunityRow,
  ReplayDocument,
  RuleSetFacts,
} from './replay-document.js';

/** What the terminal and the page say in the same words. */

export const isDerived = ({ derivedFrom }: RuleSetFacts): boolean => derivedFrom !== null;

/** `seed 1.0.0`, or `gentle 1.0.0, derived from seed`; `word` is how the medium stresses it. */
export const ruleSetTitle = ({ name, version, derivedFrom }: RuleSetFacts, word = 'derived'): string =>
  derivedFrom === null ? `${name} ${version}` : `${name} ${version}, ${word} from ${derivedFrom}`;

/** A changed parameter's two values with their unit. A choice has no unit worth printing. */
export const parameterValue = (value: number | string, unit: string): string =>
  typeof value === 'number' ? measure(value, unit) : value;

/** How near a rule came to passing on its best day. */
export const nearestText = ({ observed, limit, distance, unit }: NonNullable<FunnelRow['nearest']>): string =>
  comparison(observed, limit, distance, unit);

export const vixText = (vix: number | null): string => (vix === null ? 'unknown' : vix.toFixed(2));

/** What fills are assumed to be. */
export const fillsText: Readonly<Record<ReplayDocument['run']['fills'], string>> = {
  mid: 'fills at mid',
  slip: 'fills with slip',
  natural: 'fills at the natural price',
};

export const operatorText: Readonly<Record<ReplayDocument['run']['operator'], string>> = {
  scripted: 'a scripted operator resets breakers',
  none: 'no operator',
};

export const verdictText: Readonly<Record<LimitState['verdict'], string>> = {
  Pass: 'pass',
  Warn: 'warn',
  Fail: 'FAIL',
  Unknown: 'UNKNOWN',
  NotApplicable: 'not asked',
};

const severity: ReadonlyArray<LimitState['verdict']> = ['Fail', 'Unknown', 'Warn', 'Pass', 'NotApplicable'];

/** What blocks first, then what warns; otherwise in the document's order. */
export const bySeverity = (limits: ReadonlyArray<LimitState>): ReadonlyArray<LimitState> =>
  severity.flatMap((verdict) => limits.filter((limit) => limit.verdict === verdict));

/** `1 FAIL, 2 warn, 31 pass`. */
export const verdictCounts = (limits: ReadonlyArray<LimitState>): string =>
  severity
    .map((verdict) => ({ verdict, count: limits.filter((limit) => limit.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${whole(count)} ${verdictText[verdict]}`)
    .join(', ');

/** The strategy whose dates are listed one by one. */
export const zeroDayStrategy = 'friday-0dte';

/** VIX must be above this for a 0DTE entry; locked in every rule set. */
const zeroDayVix = 22;

/** The dates on which VIX allowed a 0DTE entry, those on which it was unknown, and the rest. */
export const zeroDayDates = (
  dates: ReadonlyArray<OpportunityRow>,
): { readonly above: ReadonlyArray<OpportunityRow>; readonly unknown: number; readonly below: number } => ({
  above: dates.filter(({ vix }) => vix !== null && vix > zeroDayVix),
  unknown: dates.filter(({ vix }) => vix === null).length,
  below: dates.filter(({ vix }) => vix !== null && vix <= zeroDayVix).length,
});

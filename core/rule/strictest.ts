import { warn, type Verdict } from './verdict.js';

/**
 * One verdict for a rule of several conditions: the gravest, Unknown before Fail before Warn before Pass
 * before NotApplicable; among equals the first, and among warnings the smaller size. Every gap is kept.
 */
export const strictest = (first: Verdict, ...others: ReadonlyArray<Verdict>): Verdict =>
  others.reduce(stricterOf, first);

/** The same condition as a warning: what would fail only reduces size. */
export const warnOnly = (verdict: Verdict, sizeMultiplier = 1): Verdict =>
  verdict._tag === 'Fail' ? warn(verdict.finding, sizeMultiplier) : verdict;

const gravity: Readonly<Record<Verdict['_tag'], number>> = {
  NotApplicable: 0,
  Pass: 1,
  Warn: 2,
  Fail: 3,
  Unknown: 4,
};

const stricterOf = (a: Verdict, b: Verdict): Verdict => {
  if (a._tag === 'Unknown' && b._tag === 'Unknown')
    return { _tag: 'Unknown', missing: [...a.missing, ...b.missing] };
  if (a._tag === 'Warn' && b._tag === 'Warn') return b.sizeMultiplier < a.sizeMultiplier ? b : a;
  return gravity[b._tag] > gravity[a._tag] ? b : a;
};

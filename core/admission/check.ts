import { notApplicable, strictest, type Verdict } from '../rule/index.js';
import type { Limits, TradingRule } from '../rule-set/index.js';
import type { AdmissionFacts } from './facts.js';

/**
 * One of the 47 checks before any position (R§3.2). Number, id and order are binding; `ask` cuts the facts of
 * the rules behind it out of everything known of the proposal.
 */
export interface Check {
  readonly number: number;
  readonly id: string;
  readonly requirement: string;
  readonly ask: (facts: AdmissionFacts, limits: Limits) => Verdict;
}

/** A check that one rule answers. */
export const answeredBy = <Facts>(
  number: number,
  rule: TradingRule<Facts>,
  cut: (facts: AdmissionFacts) => Facts,
): Check => ({
  number,
  id: rule.id,
  requirement: rule.statement,
  ask: (facts, limits) => rule.check(cut(facts), limits),
});

/** A check the proposing strategy answers with a rule of its own. */
export const answeredByStrategy = <Facts>(
  number: number,
  id: string,
  requirement: string,
  ruleOf: (facts: AdmissionFacts) => TradingRule<Facts>,
  cut: (facts: AdmissionFacts) => Facts,
): Check => ({
  number,
  id,
  requirement,
  ask: (facts, limits) => ruleOf(facts).check(cut(facts), limits),
});

/** A check of several rules: the strictest verdict is its answer, and every gap is kept. */
export const strictestOf = (verdicts: ReadonlyArray<Verdict>): Verdict =>
  verdicts.reduce((worst, verdict) => strictest(worst, verdict), notApplicable('no rule was asked'));

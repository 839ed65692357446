import type { Verdict } from './verdict.js';

/**
 * A rule is a value. `id` is permanent and never reused. `statement` is the requirement in one sentence, a
 * template over the `parameters` it names in braces, so that a derived rule set never prints a stale number.
 * `Facts` is a small record cut from the snapshot: a rule's inputs are visible in its type, and it sees only
 * the limits it names.
 */
export interface Rule<Facts, Limits> {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly parameters: ReadonlyArray<keyof Limits & string>;
  readonly check: (facts: Facts, limits: Limits) => Verdict;
}

/** One rule's verdict on one set of facts. */
export interface Answer {
  readonly rule: string;
  readonly verdict: Verdict;
}

/** Asks every rule; nothing short-circuits, so the order of the rules never changes a verdict. */
export const askAll = <Facts, Limits>(
  rules: ReadonlyArray<Rule<Facts, Limits>>,
  facts: Facts,
  limits: Limits,
): ReadonlyArray<Answer> => rules.map((rule) => ({ rule: rule.id, verdict: rule.check(facts, limits) }));

import { missing, mustBeBelow, notApplicable, type Reading, strictest, warnOnly } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import { mustNotBeTrippedBy, type BreakerFacts } from './breaker-state.js';
import { correlationGroupOf } from './correlation-groups.js';

/**
 * Correlation of the book: weighted by buying power over pairs of distinct correlation groups (R§2.8). With
 * no pair there is none, which is not a missing value.
 */
export type PortfolioCorrelation =
  | { readonly _tag: 'NotApplicable'; readonly reason: string }
  | { readonly _tag: 'Measured'; readonly value: Reading<number> };

/**
 * The correlation of a book on these symbols, open and working. `ofPairs` answers when two groups or more are
 * held; every root this project trades is in one group, so it defaults to a gap, which blocks.
 */
export const portfolioCorrelation = (
  symbols: ReadonlyArray<string>,
  ofPairs: Reading<number> = missing('portfolio correlation', 'absent', 'not measured between groups'),
): PortfolioCorrelation => {
  const groups = new Set(symbols.map(mergedGroup));
  return groups.size < 2
    ? { _tag: 'NotApplicable', reason: `${groups.size === 0 ? 'no' : 'one'} correlation group is held` }
    : { _tag: 'Measured', value: ofPairs };
};

export interface CorrelationFacts extends BreakerFacts {
  readonly correlation: PortfolioCorrelation;
}

export const correlationBelowTrip = defineRule({
  id: 'risk.cb.correlation',
  statement:
    'Portfolio correlation is below {correlation.noEntries} and its breaker is not tripped (it trips at {correlation.trip}); from {correlation.halve} size is {breaker.warnSize}',
  source: '[seed] correlation spike; R§2.2, R§2.8; D§5.3, D§5.4',
  parameters: ['correlation.noEntries', 'correlation.trip', 'correlation.halve', 'breaker.warnSize'],
  check: ({ correlation, breaker }: CorrelationFacts, limits) => {
    const notTripped = mustNotBeTrippedBy('correlation', breaker);
    if (correlation._tag === 'NotApplicable')
      return notTripped._tag === 'Fail' ? notTripped : notApplicable(correlation.reason);
    const { value } = correlation;
    return strictest(
      mustBeBelow(value, limits['correlation.noEntries'], 'ratio'),
      mustBeBelow(value, limits['correlation.trip'], 'ratio'),
      warnOnly(mustBeBelow(value, limits['correlation.halve'], 'ratio'), limits['breaker.warnSize']),
      notTripped,
    );
  },
});

/** A1 and A2 are one group here (D§1); a symbol of no group stands for itself. */
const mergedGroup = (symbol: string): string => {
  const group = correlationGroupOf(symbol) ?? symbol;
  return group === 'A1' || group === 'A2' ? 'A' : group;
};

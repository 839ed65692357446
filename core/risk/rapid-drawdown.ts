import { mustBeBelow, type Reading, strictest, warnOnly } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import { mustNotBeTrippedBy, type BreakerFacts } from './breaker-state.js';

export interface RapidDrawdownFacts extends BreakerFacts {
  /** Share by which equity stands below the maximum of its window. */
  readonly rapidFall: Reading<number>;
}

export const rapidDrawdownBelowTrip = defineRule({
  id: 'risk.cb.drawdown',
  statement:
    'Equity is less than {rapidDrawdown.trip} below its maximum of the trailing {rapidDrawdown.window} and that breaker is not tripped; from {rapidDrawdown.warn} size is {breaker.warnSize}',
  source: '[seed] rapid drawdown; R§2.2; D§1, D§5.3',
  parameters: ['rapidDrawdown.trip', 'rapidDrawdown.window', 'rapidDrawdown.warn', 'breaker.warnSize'],
  check: ({ rapidFall, breaker }: RapidDrawdownFacts, limits) =>
    strictest(
      mustBeBelow(rapidFall, limits['rapidDrawdown.trip'], 'fraction'),
      warnOnly(mustBeBelow(rapidFall, limits['rapidDrawdown.warn'], 'fraction'), limits['breaker.warnSize']),
      mustNotBeTrippedBy('rapid drawdown', breaker),
    ),
});

import { isLeft } from 'fp-ts/lib/Either.js';
import { fail, measured, mustBeAtMost, unknown } from '../../rule/index.js';
import { defineRule } from '../../rule-set/index.js';
import type { UnderlyingFacts } from './facts.js';
import { freshness } from './freshness.js';
import { moveFromClose } from './readings.js';
import { verdictOf } from './verdict-of.js';

/** Check 1. */
export const underlyingFresh = defineRule({
  id: 'data.underlying.fresh',
  statement:
    "The underlying's price is at most {age.underlying} old, plus the interval of its series; never newer than now",
  source: 'R§3.2 check 1; R§8.1; D§1, D§5.2',
  parameters: ['age.underlying'],
  check: ({ at, underlying }: UnderlyingFacts, limits) =>
    verdictOf(underlying, (quote) =>
      freshness(`price of ${quote.root}`, quote, at, limits['age.underlying']),
    ),
});

/** Check 2. A snapshot's underlying has one price, so the sheet's `bid <= ask` has nothing to test here. */
export const underlyingSane = defineRule({
  id: 'data.underlying.sane',
  statement:
    "The underlying's price is above 0 and at most {underlying.move} of the previous close away from it",
  source: 'R§3.2 check 2; R§8.1',
  parameters: ['underlying.move'],
  check: ({ underlying }: UnderlyingFacts, limits) => {
    if (isLeft(underlying)) return unknown(underlying.left);
    const { value } = underlying.right;
    if (value <= 0) return fail(measured(value, 'above', 0, 'points'));
    return mustBeAtMost(moveFromClose(underlying.right), limits['underlying.move'], 'fraction');
  },
});

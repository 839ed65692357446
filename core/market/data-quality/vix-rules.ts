import { isLeft } from 'fp-ts/lib/Either.js';
import { mustBeAtLeast, mustBeAtMost, readingOf, unknown } from '../../rule/index.js';
import { defineRule } from '../../rule-set/index.js';
import type { VixFacts } from './facts.js';
import { vixFreshness } from './readings.js';
import { verdictOf } from './verdict-of.js';

/** Check 3. */
export const vixPresent = defineRule({
  id: 'data.vix.present',
  statement: 'VIX is known and stands from {vix.lowest} to {vix.highest}, both included',
  source: 'R§3.2 check 3; R§8.1',
  parameters: ['vix.lowest', 'vix.highest'],
  check: ({ vix }: VixFacts, limits) => {
    if (isLeft(vix)) return unknown(vix.left);
    const value = readingOf('VIX', vix.right.value);
    const highEnough = mustBeAtLeast(value, limits['vix.lowest'], 'vol points');
    return highEnough._tag === 'Pass' ? mustBeAtMost(value, limits['vix.highest'], 'vol points') : highEnough;
  },
});

/** Check 4. */
export const vixFresh = defineRule({
  id: 'data.vix.fresh',
  statement:
    "VIX is at most {age.vix} old, plus the interval of its series; a daily value is the day's open or the previous session's close",
  source: 'R§3.2 check 4; R§8.1; D§1, D§5.2',
  parameters: ['age.vix'],
  check: ({ at, vix }: VixFacts, limits) => verdictOf(vix, (stamped) => vixFreshness(stamped, at, limits)),
});

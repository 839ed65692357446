import { map } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Greeks } from '../portfolio/index.js';
import { mustBeAtLeast, mustBeAtMost, type Reading, strictest, warnOnly } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import { inPhase, limitInPhase, phaseParameters, type PhaseFacts } from './phase-in-force.js';

export interface GreeksFacts extends PhaseFacts {
  /** Greeks of the book, open and working, with the proposal in its proposed quantity (D§5.8 units). */
  readonly projectedGreeks: Reading<Greeks>;
}

/** Delta and gamma are bounds on the absolute value, vega a floor under short vega; each bound is allowed. */
export const projectedGreeksWithinLimits = defineRule({
  id: 'greeks.projected',
  statement:
    'With the proposal the absolute delta and gamma of the book are at most, and its vega at least, the limits of the phase; a warning beyond {greeks.warn} of any',
  source: '[seed] Greeks limits; R§5.1, R§5.3, R§3.2 #45; D§1, D§5.8',
  parameters: [
    ...phaseParameters('delta'),
    ...phaseParameters('gamma'),
    ...phaseParameters('vega'),
    'greeks.warn',
  ],
  check: (facts: GreeksFacts, limits) =>
    inPhase(facts, (phase) => {
      const greek = (value: (greeks: Greeks) => number): Reading<number> =>
        pipe(facts.projectedGreeks, map(value));
      const delta = greek((greeks) => Math.abs(greeks.delta));
      const gamma = greek((greeks) => Math.abs(greeks.gamma));
      const vega = greek((greeks) => greeks.vega);
      const upTo = (share: number) =>
        [
          mustBeAtMost(delta, share * limitInPhase('delta', phase, limits), 'SPY shares'),
          mustBeAtMost(gamma, share * limitInPhase('gamma', phase, limits), 'SPY shares per $1'),
          mustBeAtLeast(vega, share * limitInPhase('vega', phase, limits), 'USD per vol point'),
        ] as const;
      const warnings = upTo(limits['greeks.warn']).map((verdict) => warnOnly(verdict));
      return strictest(...upTo(1), ...warnings);
    }),
});

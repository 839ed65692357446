import { isLeft } from 'fp-ts/lib/Either.js';
import { known, missing, mustBeBelow, unknown, type Reading, strictest, warnOnly } from '../rule/index.js';
import { defineRule, type Limits } from '../rule-set/index.js';
import type { Cents } from '../units/index.js';
import { mustNotBeTrippedBy } from './breaker-state.js';
import { inPhase, limitInPhase, phaseParameters, type PhaseFacts } from './phase-in-force.js';

/** Buying power in use as a share of equity. */
export const marginUsage = (buyingPowerInUse: Cents, equity: Cents): Reading<number> =>
  equity > 0
    ? known(buyingPowerInUse / equity)
    : missing('margin usage', 'non-finite', `equity is ${equity} cents`);

/** Inclusive. Without equity any buying power in use is beyond every share. */
export const marginUsageIsAtLeast = (buyingPowerInUse: Cents, equity: Cents, share: number): boolean =>
  equity > 0 ? buyingPowerInUse / equity >= share : buyingPowerInUse > 0;

const tiers = [
  'margin.vixCalm',
  'margin.vixRaised',
  'margin.vixPanic',
  'margin.usageCalm',
  'margin.usageRaised',
  'margin.usageHigh',
  'margin.usagePanic',
] as const;

/** The highest usage that VIX allows; each bound belongs to the tier above it. */
export const marginTier = (vix: number, limits: Pick<Limits, (typeof tiers)[number]>): number => {
  if (vix < limits['margin.vixCalm']) return limits['margin.usageCalm'];
  if (vix < limits['margin.vixRaised']) return limits['margin.usageRaised'];
  if (vix < limits['margin.vixPanic']) return limits['margin.usageHigh'];
  return limits['margin.usagePanic'];
};

export interface MarginFacts extends PhaseFacts {
  readonly vix: Reading<number>;
  /** Usage after the proposed trade. */
  readonly projectedUsage: Reading<number>;
}

/** R§2.2 and R§3.2 write "<" for the projected usage: the limit itself rejects. */
export const projectedMarginBelowLimit = defineRule({
  id: 'risk.cb.margin',
  statement:
    'Margin usage after the trade is below the smallest of {margin.trip}, the phase cap ({phase1.totalBuyingPower}, {phase2.totalBuyingPower}, {phase3.totalBuyingPower}, {phase4.totalBuyingPower}) and the VIX tier ({margin.usageCalm}, {margin.usageRaised}, {margin.usageHigh}, {margin.usagePanic} from VIX 0, {margin.vixCalm}, {margin.vixRaised}, {margin.vixPanic}), and that breaker is not tripped; a warning from {margin.warn}',
  source: '[seed] margin spike; R§2.2, R§2.6, R§3.2 #35; D§1',
  parameters: ['margin.trip', 'margin.warn', ...phaseParameters('totalBuyingPower'), ...tiers],
  check: (facts: MarginFacts, limits) =>
    inPhase(facts, (phase) => {
      const { vix, projectedUsage, breaker } = facts;
      if (isLeft(vix)) return unknown(vix.left, ...(isLeft(projectedUsage) ? [projectedUsage.left] : []));
      const limit = Math.min(
        limits['margin.trip'],
        limitInPhase('totalBuyingPower', phase, limits),
        marginTier(vix.right, limits),
      );
      return strictest(
        mustBeBelow(projectedUsage, limit, 'fraction'),
        warnOnly(mustBeBelow(projectedUsage, limits['margin.warn'], 'fraction')),
        mustNotBeTrippedBy('margin', breaker),
      );
    }),
});

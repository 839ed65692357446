import { isLeft } from 'fp-ts/lib/Either.js';
import {
  known,
  mustBeBelow,
  unknown,
  type Gap,
  type Reading,
  type Verdict,
  strictest,
} from '../rule/index.js';
import { defineRule, type Limits } from '../rule-set/index.js';
import { correlationGroupOf, correlationGroups, type CorrelationGroup } from './correlation-groups.js';
import { inPhase, limitInPhase, phaseParameters, type PhaseFacts } from './phase-in-force.js';
import type { CountFacts } from './position-limits.js';

export interface GroupFacts extends CountFacts, PhaseFacts {
  readonly vix: Reading<number>;
}

const groupParameters = correlationGroups.flatMap((group) => phaseParameters(`group${group}`));

export const groupBelowLimit = defineRule({
  id: 'risk.groupLimit',
  statement:
    "Positions in the proposal's correlation group are fewer than its limit in this phase, lowered by {group.vixReduction#} to no less than {group.minimum#} while VIX is above {group.vixAbove}; equity positions (A1 and A2) are fewer than {equityGroup.positions}; a symbol of no group blocks",
  source: 'R§2.3, R§3.2 #37; D§1',
  parameters: [
    ...groupParameters,
    'group.vixAbove',
    'group.vixReduction',
    'group.minimum',
    'equityGroup.positions',
  ],
  check: (facts: GroupFacts, limits) =>
    inPhase(facts, (phase) => {
      const { counts, vix, proposal } = facts;
      const group = correlationGroupOf(proposal.symbol);
      if (isLeft(counts)) return unknown(counts.left);
      const strangers = [...counts.right.ungrouped, ...(group === null ? [proposal.symbol] : [])];
      if (isLeft(vix) || strangers.length > 0 || group === null)
        return unknown(...(isLeft(vix) ? [vix.left] : []), ...strangers.map(groupGap));
      const { byGroup } = counts.right;
      const limit = limitAtVix(limitInPhase(`group${group}`, phase, limits), vix.right, limits);
      return strictest(
        mustBeBelow(known(byGroup[group]), limit, 'positions'),
        ...equityLimit(group, byGroup.A1 + byGroup.A2, limits),
      );
    }),
});

const groupGap = (symbol: string): Gap => ({
  fact: `correlation group of ${symbol}`,
  reason: 'absent',
  detail: 'in no known group',
});

/** Lowered in a nervous market, to the minimum at the least; a limit already below that stays. */
const limitAtVix = (
  limit: number,
  vix: number,
  limits: Pick<Limits, 'group.vixAbove' | 'group.vixReduction' | 'group.minimum'>,
): number =>
  vix > limits['group.vixAbove']
    ? Math.min(limit, Math.max(limits['group.minimum'], limit - limits['group.vixReduction']))
    : limit;

const equityLimit = (
  group: CorrelationGroup,
  equityPositions: number,
  limits: Pick<Limits, 'equityGroup.positions'>,
): ReadonlyArray<Verdict> =>
  group === 'A1' || group === 'A2'
    ? [mustBeBelow(known(equityPositions), limits['equityGroup.positions'], 'positions')]
    : [];

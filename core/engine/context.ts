import type { Pricing } from '../pricing/index.js';
import type { Limits, RuleSet } from '../rule-set/index.js';
import type { Strategy } from '../strategies/index.js';

/** What every step is given besides state and event; it never changes during a run. */
export interface EngineContext {
  readonly rules: RuleSet;
  readonly limits: Limits;
  readonly ruleSet: string;
  readonly pricing: Pricing;
  /** By priority, highest first; ties in the order of the source document. */
  readonly strategies: ReadonlyArray<Strategy>;
}

const priorities: ReadonlyArray<Strategy['priority']> = ['critical', 'high', 'medium', 'low', 'idle'];

/** Highest priority first; ties keep the order of the source document. */
export const byPriority = (strategies: ReadonlyArray<Strategy>): ReadonlyArray<Strategy> =>
  [...strategies].sort((a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority));

/** True when the first strategy is asked before the second and spends resources first. */
export const outranks = (
  { strategies }: EngineContext,
  first: Strategy['id'],
  second: Strategy['id'],
): boolean => {
  const rank = (id: Strategy['id']): number => strategies.findIndex((each) => each.id === id);
  return rank(first) < rank(second);
};

/** The strategy a position or timer belongs to. Ids come from this very list, so it is always found. */
export const strategyOf = ({ strategies }: EngineContext, id: Strategy['id']): Strategy | undefined =>
  strategies.find((strategy) => strategy.id === id);

import { strategyLimit, type StrategyId } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';

/** The most contracts a strategy may hold in one position; 0DTE has a lower cap above its high VIX (D§5.7). */
export const contractCap = (strategy: StrategyId, vix: number, limits: Limits): number => {
  const cap = strategyLimit(limits, strategy, 'contracts');
  switch (strategy) {
    case 'friday-0dte':
      return vix > limits['friday0dte.highVix'] ? Math.min(cap, limits['friday0dte.contractsHighVix']) : cap;
    case 'lt112':
      return cap;
  }
};

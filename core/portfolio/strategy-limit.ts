import type { Limits } from '../rule-set/index.js';
import type { StrategyId } from './strategy-id.js';

/** What every strategy that Kelly sizes has a number for. */
export type StrategyLimit =
  'buyingPower' | 'contracts' | 'winRate' | 'averageWin' | 'averageLoss' | 'sampleTrades';

/** A number of the rule set that depends on the strategy. */
export const strategyLimit = (limits: Limits, strategy: StrategyId, kind: StrategyLimit): number =>
  limits[`${parametersOf[strategy]}.${kind}`];

/** How the rule set spells each strategy. */
const parametersOf = { 'friday-0dte': 'friday0dte', lt112: 'lt112' } as const satisfies Readonly<
  Record<StrategyId, string>
>;

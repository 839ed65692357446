import {
  cashOf,
  type Greeks,
  type Phase,
  type Proposal,
  type StrategyId,
  type TradeStatistics,
} from '../portfolio/index.js';
import type { Reading } from '../rule/index.js';
import type { Limits } from '../rule-set/index.js';
import { add, cents, type Cents } from '../units/index.js';

/** What a strategy takes and gives up at its own profit target and stop, in multiples of the entry credit. */
export interface OwnPayoffs {
  readonly target: number;
  readonly stop: number;
}

/** A reason to trade smaller: 1 leaves the size alone, 0 forbids. Reductions do not multiply (R§4.4). */
export interface Reduction {
  readonly name: string;
  readonly multiplier: number;
}

/** What one unit of a structure puts at stake. */
export interface SizingTerms {
  readonly strategy: StrategyId;
  readonly riskPerContract: Cents;
  readonly payoffs: OwnPayoffs;
  readonly greeksPerUnit: Greeks;
}

/** Everything the size of one position depends on, besides the rule set. */
export interface SizingRequest extends SizingTerms {
  /** The equity that budgets are shares of. */
  readonly equity: Cents;
  /** The phase whose limits apply; on probation that is 1 (D§5.3). */
  readonly phase: Phase;
  readonly vix: Reading<number>;
  readonly statistics: TradeStatistics;
  /** All realised closes of the strategy, those outside the pooled window included. */
  readonly realisedTrades: number;
  /** Drawdown, breakers, warnings: everything except VIX, which is added here. */
  readonly reductions: ReadonlyArray<Reduction>;
  /** Of the whole book, working entries included. */
  readonly buyingPowerInUse: Cents;
  readonly bookGreeks: Greeks;
}

/**
 * The part of a request that the proposal decides. Risk of a contract is the larger of its defined maximum
 * loss and the broker's requirement, plus the fees to open it (D§1). Where the structure cannot lose as much
 * as the stop, its maximum loss is the stop. A structure that pays no credit has a stop of 0, which
 * `sizePosition` refuses.
 */
export const sizingTermsOf = (proposal: Proposal, limits: Limits): SizingTerms => ({
  strategy: proposal.strategy,
  riskPerContract: add(cents(Math.max(proposal.maximumLoss, proposal.requirement)), proposal.openingFees),
  payoffs: { target: limits['exit.profitTarget'], stop: stopOf(proposal, limits['exit.stopMultiple'] - 1) },
  greeksPerUnit: proposal.greeks,
});

const stopOf = ({ root, market, maximumLoss }: Proposal, stop: number): number => {
  const credit = cashOf(root, market.mid, 1);
  return credit > 0 ? Math.min(stop, maximumLoss / credit) : 0;
};

import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { Limits } from '../rule-set/index.js';
import type { ClosedTrade } from './position.js';
import type { StrategyId } from './strategy-id.js';
import { strategyLimit } from './strategy-limit.js';
import { cashOf } from './valuation.js';

/** How often a strategy wins and what a win and a loss are worth, in multiples of the entry credit. */
export interface Payoff {
  /** Between 0 and 1, neither included. */
  readonly winRate: number;
  readonly averageWin: number;
  /** A magnitude, above 0. */
  readonly averageLoss: number;
}

/** Prior and realised closes pooled. `trades` counts the realised closes in it. */
export interface TradeStatistics extends Payoff {
  readonly trades: number;
}

/** One final close. `profitInCredits` is profit over entry credit, signed, before fees: as the priors are (R§4.1). */
export interface TradeOutcome {
  readonly profitInCredits: number;
}

export interface StatisticsError {
  readonly _tag: 'InvalidStatistic';
  readonly field: string;
  readonly value: number;
  readonly limit: string;
}

/** What a closed position earned in credits. Only a position that was opened for a credit has one. */
export const outcomeOf = ({ position, profit }: ClosedTrade): Either<StatisticsError, TradeOutcome> => {
  const credit = cashOf(position.root, position.credit, position.quantity);
  return credit > 0
    ? right({ profitInCredits: profit / credit })
    : left(invalid('credit', credit, 'above 0 cents'));
};

/** What the rule set assumes of a strategy before it has traded. */
export const priorOf = (strategy: StrategyId, limits: Limits): Payoff => ({
  winRate: strategyLimit(limits, strategy, 'winRate'),
  averageWin: strategyLimit(limits, strategy, 'averageWin'),
  averageLoss: strategyLimit(limits, strategy, 'averageLoss'),
});

/**
 * Pools a prior with the last `kelly.realisedCloses` outcomes (D§5.7, D§5.16). The prior always weighs
 * `kelly.priorWeight` trades: weight × p wins of its average win, weight × (1 − p) losses of its average loss.
 * A trade that ended at exactly 0 is neither win nor loss (R§9): it counts in `trades` only.
 * `outcomes` are oldest first. Refuses a prior outside its bounds and outcomes whose sum is not finite.
 */
export const pooledStatistics = (
  prior: Payoff,
  outcomes: ReadonlyArray<TradeOutcome>,
  limits: Pick<Limits, 'kelly.priorWeight' | 'kelly.realisedCloses'>,
): Either<StatisticsError, TradeStatistics> => {
  const weight = limits['kelly.priorWeight'];
  const recent = outcomes
    .slice(Math.max(0, outcomes.length - limits['kelly.realisedCloses']))
    .map(({ profitInCredits }) => profitInCredits);
  const error = [...priorErrors(prior, weight), ...outcomeErrors(recent)][0];
  if (error !== undefined) return left(error);
  const wins = recent.filter((profit) => profit > 0);
  const losses = recent.filter((profit) => profit < 0);
  const priorWins = weight * prior.winRate;
  const priorLosses = weight * (1 - prior.winRate);
  return right({
    winRate: (priorWins + wins.length) / (weight + wins.length + losses.length),
    averageWin: (priorWins * prior.averageWin + total(wins)) / (priorWins + wins.length),
    averageLoss: (priorLosses * prior.averageLoss - total(losses)) / (priorLosses + losses.length),
    trades: recent.length,
  });
};

const total = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0);

const invalid = (field: string, value: number, limit: string): StatisticsError => ({
  _tag: 'InvalidStatistic',
  field,
  value,
  limit,
});

const priorErrors = (prior: Payoff, weight: number): ReadonlyArray<StatisticsError> => [
  ...(prior.winRate > 0 && prior.winRate < 1
    ? []
    : [invalid('prior.winRate', prior.winRate, 'between 0 and 1, neither included')]),
  ...aboveZero('prior.averageWin', prior.averageWin),
  ...aboveZero('prior.averageLoss', prior.averageLoss),
  ...aboveZero('kelly.priorWeight', weight),
];

const aboveZero = (field: string, value: number): ReadonlyArray<StatisticsError> =>
  value > 0 && Number.isFinite(value) ? [] : [invalid(field, value, 'a finite number above 0')];

// The sum of magnitudes, so that neither the wins nor the losses can overflow on their own.
const outcomeErrors = (profits: ReadonlyArray<number>): ReadonlyArray<StatisticsError> => {
  const magnitude = total(profits.map(Math.abs));
  return Number.isFinite(magnitude) ? [] : [invalid('outcomes', magnitude, 'a finite sum')];
};

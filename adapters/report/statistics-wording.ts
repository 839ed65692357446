import { fixed, gain, money, percent, whole } from './figures.js';
import type { ReplayDocument, StrategyFacts, TradeRow } from './replay-document.js';

/** A figure with what has to be said beside it. */
export interface Statistic {
  readonly label: string;
  readonly value: string;
  /** Its interval, and the word "few" below 20 trades. */
  readonly note: string | null;
}

/** Below this many trades a statistic carries the word (D§5.21). */
const few = 20;

/** Figures of one strategy after fees. One that has no trades to stand on is left out, never 0. */
export const strategyStatistics = (
  strategy: StrategyFacts,
  trades: ReadonlyArray<TradeRow>,
): ReadonlyArray<Statistic> => {
  const closed = trades.filter((trade) => trade.strategy === strategy.id && trade.closedAt !== null);
  const profits = closed.map(({ profit, fees }) => profit - fees);
  const won = profits.filter((profit) => profit > 0);
  const lost = profits.filter((profit) => profit < 0);
  return [
    { label: 'Trades', value: whole(strategy.trades), note: wonAndLost(strategy) },
    {
      label: 'Profit',
      value: gain(strategy.profit - strategy.fees),
      note: `${gain(strategy.profit)} less fees of ${money(strategy.fees)}`,
    },
    ...figure('Win rate', strategy.winRate, share, mark(strategy.few, winRateRange(strategy))),
    ...figure('Profit factor', strategy.profitFactor, fixed, mark(strategy.few, factorRange(strategy))),
    ...figure('Average win', strategy.averageWin, money, mark(strategy.few, observedRange(won))),
    ...figure('Average loss', strategy.averageLoss, magnitude, mark(strategy.few, observedRange(lost))),
  ];
};

/** The Sharpe ratio of daily returns with its 95% interval by the standard error of Lo (2002). */
export const sharpeStatistic = ({ result, curve }: ReplayDocument): Statistic => {
  if (result.sharpe === null) return { label: 'Sharpe ratio', value: 'not defined', note: null };
  const daily = result.sharpe / Math.sqrt(sessionsPerYear);
  const error = Math.sqrt(((1 + (daily * daily) / 2) / Math.max(1, curve.length - 1)) * sessionsPerYear);
  const range = `95% interval ${between(result.sharpe - 1.96 * error, result.sharpe + 1.96 * error, fixed)}`;
  return { label: 'Sharpe ratio', value: fixed(result.sharpe), note: mark(result.trades < few, range) };
};

export const wonAndLost = ({ wins, losses }: { readonly wins: number; readonly losses: number }): string =>
  `${whole(wins)} won, ${whole(losses)} lost`;

/** ` (few)` after a figure that stands on fewer than 20 trades. */
export const fewMark = (trades: number): string => (trades < few ? ' (few)' : '');

const sessionsPerYear = 252;

const share = (fraction: number): string => percent(fraction, 1);

const magnitude = (dollars: number): string => money(Math.abs(dollars));

const figure = (
  label: string,
  value: number | null,
  text: (value: number) => string,
  note: string | null,
): ReadonlyArray<Statistic> => (value === null ? [] : [{ label, value: text(value), note }]);

const mark = (isFew: boolean, range: string | null): string | null =>
  isFew ? ['few', range].filter((part) => part !== null).join('; ') : range;

const between = (low: number, high: number, text: (value: number) => string): string =>
  `${text(low)} to ${text(high)}`;

const winRateRange = ({ winRateInterval }: StrategyFacts): string | null =>
  winRateInterval === null ? null : `95% interval ${between(...winRateInterval, share)}`;

// Wins over losses at the ends of the win rate's interval, the average win and loss held as they are.
const factorRange = (strategy: StrategyFacts): string | null => {
  const { winRateInterval, averageWin, averageLoss } = strategy;
  if (winRateInterval === null || averageWin === null || averageLoss === null || averageLoss === 0)
    return null;
  const at = (rate: number): number =>
    rate === 1 ? Number.POSITIVE_INFINITY : ((rate / (1 - rate)) * averageWin) / Math.abs(averageLoss);
  const text = (value: number): string => (Number.isFinite(value) ? fixed(value) : 'without bound');
  return `${between(at(winRateInterval[0]), at(winRateInterval[1]), text)} over the win rate's interval`;
};

const observedRange = (profits: ReadonlyArray<number>): string | null => {
  const sizes = profits.map(Math.abs);
  if (sizes.length < 2) return sizes.length === 1 ? 'seen once' : null;
  return `seen ${between(Math.min(...sizes), Math.max(...sizes), money)}`;
};

import type { Limits } from '../rule-set/index.js';
import { cents, negate, sum, type Cents } from '../units/index.js';

/** A share of trades with its Wilson score interval of 95%. */
export interface WinRate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Lengths in trades. `current` is above 0 while winning, below 0 while losing, 0 after a flat trade or none. */
export interface Streaks {
  readonly current: number;
  readonly winning: number;
  readonly losing: number;
}

/** What a list of trades amounts to. A figure that has no trades to stand on is null, never 0. */
export interface TradeSummary {
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  /** Wins over wins plus losses: a trade that ended at exactly 0 is neither (R§9). */
  readonly winRate: WinRate | null;
  /** Too few wins and losses to conclude from; printed with the word (D§5.21). */
  readonly few: boolean;
  readonly profit: Cents;
  /** Money won over money lost; null when nothing was lost. */
  readonly profitFactor: number | null;
  readonly averageWin: Cents | null;
  /** A magnitude. */
  readonly averageLoss: Cents | null;
  readonly best: Cents | null;
  readonly worst: Cents | null;
  readonly streaks: Streaks;
}

/** Sums up the profits of closed trades, oldest first; before or after fees is the caller's to say. */
export const summariseTrades = (
  profits: ReadonlyArray<Cents>,
  limits: Pick<Limits, 'statistics.few' | 'statistics.standardErrors'>,
): TradeSummary => {
  const won = profits.filter((profit) => profit > 0);
  const lost = profits.filter((profit) => profit < 0).map(negate);
  const decided = won.length + lost.length;
  return {
    trades: profits.length,
    wins: won.length,
    losses: lost.length,
    winRate: decided === 0 ? null : wilson(won.length, decided, limits['statistics.standardErrors']),
    few: decided < limits['statistics.few'],
    profit: sum(profits),
    profitFactor: lost.length === 0 ? null : sum(won) / sum(lost),
    averageWin: average(won),
    averageLoss: average(lost),
    best: extreme(profits, (profit, best) => profit > best),
    worst: extreme(profits, (profit, worst) => profit < worst),
    streaks: profits.reduce(extend, { current: 0, winning: 0, losing: 0 }),
  };
};

/**
 * The Wilson score interval of `successes` out of `count` (above 0), `errors` standard errors wide on each
 * side (Wilson 1927). Unlike p ± z·se it stays inside [0, 1] and says something at 0 and at all.
 */
export const wilson = (successes: number, count: number, errors: number): WinRate => {
  const value = successes / count;
  const squared = errors * errors;
  const centre = (value + squared / (2 * count)) / (1 + squared / count);
  const spread = (value * (1 - value)) / count + squared / (4 * count * count);
  const half = (errors * Math.sqrt(spread)) / (1 + squared / count);
  // At 0 and at all, rounding alone could put the bound a hair on the wrong side of the value.
  return {
    value,
    low: Math.min(value, Math.max(0, centre - half)),
    high: Math.max(value, Math.min(1, centre + half)),
  };
};

const average = (amounts: ReadonlyArray<Cents>): Cents | null =>
  amounts.length === 0 ? null : cents(sum(amounts) / amounts.length);

const extreme = (
  profits: ReadonlyArray<Cents>,
  beats: (profit: Cents, champion: Cents) => boolean,
): Cents | null =>
  profits.reduce<Cents | null>(
    (champion, profit) => (champion === null || beats(profit, champion) ? profit : champion),
    null,
  );

const extend = ({ current, winning, losing }: Streaks, profit: Cents): Streaks => {
  if (profit === 0) return { current: 0, winning, losing };
  const next = profit > 0 ? Math.max(current, 0) + 1 : Math.min(current, 0) - 1;
  return { current: next, winning: Math.max(winning, next), losing: Math.max(losing, -next) };
};

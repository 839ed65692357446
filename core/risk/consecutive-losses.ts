import { known, mustBeBelow, strictest, warnOnly } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import { add, type Cents } from '../units/index.js';
import { mustNotBeTrippedBy, type BreakerFacts } from './breaker-state.js';

/** A whole position at its final close; `profit` is after fees. */
export interface PositionClose {
  readonly underlying: string;
  readonly profit: Cents;
}

/**
 * The streak after the closes of one step, in their order. Positions closed together on one underlying are
 * one close with one profit; below zero it counts, at zero or above it resets (R§2.2, D§5.3).
 */
export const lossStreakAfter = (streak: number, closes: ReadonlyArray<PositionClose>): number =>
  profitsByUnderlying(closes).reduce((losses, profit) => (profit < 0 ? losses + 1 : 0), streak);

export interface LossStreakFacts extends BreakerFacts {
  readonly lossStreak: number;
}

export const consecutiveLossesBelowTrip = defineRule({
  id: 'risk.cb.losses',
  statement:
    'Fewer than {losses.trip#} positions in a row closed at a loss and that breaker is not tripped; {losses.warn#} are reported',
  source: '[seed] consecutive losses; R§2.2; D§5.3',
  parameters: ['losses.trip', 'losses.warn'],
  check: ({ lossStreak, breaker }: LossStreakFacts, limits) =>
    strictest(
      mustBeBelow(known(lossStreak), limits['losses.trip'], 'losses'),
      warnOnly(mustBeBelow(known(lossStreak), limits['losses.warn'], 'losses')),
      mustNotBeTrippedBy('losses', breaker),
    ),
});

const profitsByUnderlying = (closes: ReadonlyArray<PositionClose>): ReadonlyArray<Cents> => [
  ...closes
    .reduce<ReadonlyMap<string, Cents>>((profits, { underlying, profit }) => {
      const earlier = profits.get(underlying);
      return new Map([...profits, [underlying, earlier === undefined ? profit : add(earlier, profit)]]);
    }, new Map())
    .values(),
];

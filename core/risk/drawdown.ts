import { mustBeBelow, type Reading, strictest, warnOnly } from '../rule/index.js';
import { defineRule, type Limits } from '../rule-set/index.js';
import { cents, type Cents, type ExchangeTime } from '../units/index.js';
import { equityFall, hasFallenBy } from './equity-fall.js';

/** The high-water marks equity is measured from, and what re-basing counts (D§5.5). */
export interface Drawdown {
  /** The working peak: the highest valid sample since inception or since the last re-basing. */
  readonly peak: Cents;
  /** The highest valid sample ever; never re-based. */
  readonly inceptionPeak: Cents;
  /** Since when drawdown allows no entries; null while it does. */
  readonly noEntriesSince: ExchangeTime | null;
  /** Sessions in a row without any short premium. */
  readonly flatSessions: number;
}

export const drawdownFrom = (equity: Cents): Drawdown => ({
  peak: equity,
  inceptionPeak: equity,
  noEntriesSince: null,
  flatSessions: 0,
});

/** Raises the peaks to a new high and notes when entries stop and start again. */
export const drawdownAt = (
  drawdown: Drawdown,
  at: ExchangeTime,
  equity: Cents,
  limits: Pick<Limits, 'drawdown.noEntries'>,
): Drawdown => {
  const peak = cents(Math.max(drawdown.peak, equity));
  const stopped = hasFallenBy(peak, equity, limits['drawdown.noEntries']);
  return {
    ...drawdown,
    peak,
    inceptionPeak: cents(Math.max(drawdown.inceptionPeak, equity)),
    noEntriesSince: stopped ? (drawdown.noEntriesSince ?? at) : null,
  };
};

export const drawdownOf = ({ peak }: Drawdown, equity: Cents): Reading<number> => equityFall(peak, equity);

export type DrawdownLevel = 'normal' | 'half size' | 'no entries' | 'close short premium';

/** Inclusive: each level begins at its own share. */
export const drawdownLevel = (
  drawdown: number,
  limits: Pick<Limits, 'drawdown.halve' | 'drawdown.noEntries' | 'drawdown.closeAll'>,
): DrawdownLevel => {
  if (drawdown >= limits['drawdown.closeAll']) return 'close short premium';
  if (drawdown >= limits['drawdown.noEntries']) return 'no entries';
  return drawdown >= limits['drawdown.halve'] ? 'half size' : 'normal';
};

/** The share of the credit to take as profit: tightened from the level that stops entries, never loosened. */
export const profitTargetInDrawdown = (
  drawdown: number,
  ordinary: number,
  limits: Pick<Limits, 'drawdown.noEntries' | 'drawdown.profitTarget'>,
): number =>
  drawdown >= limits['drawdown.noEntries'] ? Math.min(ordinary, limits['drawdown.profitTarget']) : ordinary;

export interface DrawdownFacts {
  readonly drawdown: Reading<number>;
}

export const drawdownAllowsEntries = defineRule({
  id: 'risk.drawdownLevel',
  statement:
    'Drawdown from the working peak is below {drawdown.noEntries}; from {drawdown.halve} size is {drawdown.halveSize}',
  source: 'R§2.7, R§3.2 #41; D§1, D§5.5',
  parameters: ['drawdown.noEntries', 'drawdown.halve', 'drawdown.halveSize'],
  check: ({ drawdown }: DrawdownFacts, limits) =>
    strictest(
      mustBeBelow(drawdown, limits['drawdown.noEntries'], 'fraction'),
      warnOnly(mustBeBelow(drawdown, limits['drawdown.halve'], 'fraction'), limits['drawdown.halveSize']),
    ),
});

import { isSpyEquivalent, type Root } from '../market/index.js';
import type { Position, Structure } from '../portfolio/index.js';
import { compareTimes, type ExchangeTime } from '../units/index.js';
import type { BreakerState } from './breaker-state.js';
import { correlationGroupOf, correlationGroups, type CorrelationGroup } from './correlation-groups.js';

/**
 * What a limit counts: one strategy instance, open or still working, or a position found at the broker. `at`
 * is when it opened or was sent; `id` is the same while an entry works and once it is open.
 */
export interface CountedPosition {
  readonly id: string;
  readonly symbol: string;
  readonly shortVolatility: boolean;
  readonly at: ExchangeTime;
}

export interface PositionCounts {
  readonly total: number;
  /** By root: SPXW counts as SPX, every other symbol as itself (D§5.11). */
  readonly byRoot: Readonly<Record<string, number>>;
  readonly spyEquivalent: number;
  readonly shortVolatility: number;
  readonly byGroup: Readonly<Record<CorrelationGroup, number>>;
  /** Symbols held that belong to no known group. */
  readonly ungrouped: ReadonlyArray<string>;
  /** Positions opened or sent since the present probation began; 0 when there is none. */
  readonly onProbation: number;
}

/** True of structures that lose when volatility rises ([seed] short-volatility limit). */
export const isShortVolatility = (structure: Structure): boolean => shortVolatility[structure];

export const countedPosition = ({ id, root, structure, openedAt }: Position): CountedPosition => ({
  id,
  symbol: root,
  shortVolatility: isShortVolatility(structure),
  at: openedAt,
});

/** Counts what is open and what is working; an entry that is both, being partly filled, counts once. */
export const countPositions = (
  open: ReadonlyArray<CountedPosition>,
  working: ReadonlyArray<CountedPosition>,
  breaker: BreakerState,
): PositionCounts => {
  const all = [...new Map([...working, ...open].map((each) => [each.id, each])).values()];
  const roots = all.map(({ symbol }) => rootOfSymbol(symbol));
  const groups = all.map(({ symbol }) => correlationGroupOf(symbol));
  return {
    total: all.length,
    byRoot: Object.fromEntries(roots.map((root) => [root, occurrences(roots, root)])),
    spyEquivalent: roots.filter(isSpyEquivalentSymbol).length,
    shortVolatility: all.filter((each) => each.shortVolatility).length,
    byGroup: Object.fromEntries(
      correlationGroups.map((group) => [group, occurrences(groups, group)]),
    ) as PositionCounts['byGroup'],
    ungrouped: all.flatMap(({ symbol }) => (correlationGroupOf(symbol) === null ? [symbol] : [])),
    onProbation:
      breaker._tag === 'Probation' ? all.filter(({ at }) => compareTimes(at, breaker.since) >= 0).length : 0,
  };
};

export const rootOfSymbol = (symbol: string): string => (symbol === 'SPXW' ? 'SPX' : symbol);

// A symbol that is no root of ours is simply not in the set.
export const isSpyEquivalentSymbol = (symbol: string): boolean =>
  isSpyEquivalent(rootOfSymbol(symbol) as Root);

const occurrences = <A>(list: ReadonlyArray<A>, wanted: A): number =>
  list.filter((each) => each === wanted).length;

const shortVolatility: Readonly<Record<Structure, boolean>> = {
  'iron-condor': true,
  'broken-wing': true,
  'put-spread': true,
};

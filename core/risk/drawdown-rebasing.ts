import type { Limits } from '../rule-set/index.js';
import type { Cents } from '../units/index.js';
import type { Drawdown } from './drawdown.js';
import { hasFallenBy } from './equity-fall.js';

/** Counts a session that ended: one without any short premium adds, any other starts again. */
export const sessionCounted = (drawdown: Drawdown, shortPremiumHeld: boolean): Drawdown => ({
  ...drawdown,
  flatSessions: shortPremiumHeld ? 0 : drawdown.flatSessions + 1,
});

/**
 * True when the working peak re-bases by itself: entries are stopped by drawdown, no short premium was open
 * for `drawdown.rebaseAfter` sessions, and the inception peak is not so far away that only an operator may.
 */
export const rebasesItself = (drawdown: Drawdown, equity: Cents, limits: Limits): boolean =>
  stopsEntries(drawdown, equity, limits) &&
  drawdown.flatSessions >= limits['drawdown.rebaseAfter'] &&
  !onlyOperatorRebases(drawdown, equity, limits);

export const onlyOperatorRebases = (drawdown: Drawdown, equity: Cents, limits: Limits): boolean =>
  hasFallenBy(drawdown.inceptionPeak, equity, limits['drawdown.operatorOnly']);

/** Below the level that stops entries there is nothing for an operator to re-base. */
export const stopsEntries = ({ peak }: Drawdown, equity: Cents, limits: Limits): boolean =>
  hasFallenBy(peak, equity, limits['drawdown.noEntries']);

/** The working peak becomes current equity; the inception peak stays. */
export const rebased = (drawdown: Drawdown, equity: Cents): Drawdown => ({
  ...drawdown,
  peak: equity,
  noEntriesSince: null,
  flatSessions: 0,
});

import type { StrategyId } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import { cents, dollarsOf, type Cents, type ExchangeTime } from '../units/index.js';
import type { BreakerTripped } from './breaker-state.js';
import { onlyOperatorRebases } from './drawdown-rebasing.js';
import type { RiskState } from './risk-state.js';

/** A state that trading alone may never leave (D§5.17): what it is, since when, and what would end it. */
export interface AbsorbingState {
  readonly what: string;
  readonly since: ExchangeTime;
  readonly wayOut: string;
}

/** Absorbing states that other rooms keep. */
export interface AbsorbedElsewhere {
  /** Since when the account is in phase 0; null when it is not. */
  readonly phaseFloorSince: ExchangeTime | null;
  readonly noEdge: ReadonlyArray<{ readonly strategy: StrategyId; readonly since: ExchangeTime }>;
}

/** Every absorbing state that holds, for the head of a report; empty when trading can go on by itself. */
export const absorbingStates = (
  state: RiskState,
  { phaseFloorSince, noEdge }: AbsorbedElsewhere,
  limits: Limits,
): ReadonlyArray<AbsorbingState> => [
  ...(phaseFloorSince === null ? [] : [phaseFloor(phaseFloorSince, limits)]),
  ...(state.breaker._tag === 'Tripped' ? [tripped(state.breaker, limits)] : []),
  ...noEdge.map(({ strategy, since }) => ({
    what: `no edge: ${strategy}`,
    since,
    wayOut: 'an operator ends it',
  })),
  ...(state.drawdown.noEntriesSince === null
    ? []
    : [drawdownLock(state, state.drawdown.noEntriesSince, limits)]),
];

const phaseFloor = (since: ExchangeTime, limits: Limits): AbsorbingState => ({
  what: 'phase 0',
  since,
  wayOut: `a session close at or above $${limits['phase1.equity']}, normally after a deposit`,
});

const tripped = (
  { reasons, at, lockedSince, equityAtTrip }: BreakerTripped,
  limits: Limits,
): AbsorbingState => {
  const others = `${limits['breaker.cooldown']} hours since the last breach, correlation below ${limits['correlation.recover']} and VIX below ${limits['breaker.recoverVix']}, with `;
  const level = cents(Math.ceil(equityAtTrip * limits['breaker.recoverEquity']));
  return lockedSince === null
    ? {
        what: `breaker tripped: ${reasons.join(', ')}`,
        since: at,
        wayOut: `${others}equity at or above ${usd(level)} or an operator's reset`,
      }
    : {
        what: `breaker locked: ${reasons.join(', ')}`,
        since: lockedSince,
        wayOut: `${others}an operator's reset`,
      };
};

const drawdownLock = (
  { drawdown, equity }: RiskState,
  since: ExchangeTime,
  limits: Limits,
): AbsorbingState => {
  const level = cents(drawdown.peak * (1 - limits['drawdown.noEntries']));
  const sessions = `${limits['drawdown.rebaseAfter']} sessions without short premium (${drawdown.flatSessions} so far), `;
  const alone = onlyOperatorRebases(drawdown, equity, limits) ? '' : sessions;
  return {
    what: 'drawdown stops entries',
    since,
    wayOut: `equity above ${usd(level)}, ${alone}or an operator re-bases the peak`,
  };
};

const usd = (amount: Cents): string => `$${dollarsOf(amount).toFixed(2)}`;

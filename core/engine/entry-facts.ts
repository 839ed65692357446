import type { Session } from '../calendar/index.js';
import type { Reading } from '../rule/index.js';
import { phaseInForce } from '../risk/index.js';
import type { EntryFacts, Strategy } from '../strategies/index.js';
import type { ExchangeTime } from '../units/index.js';
import { workingEntries } from './exposure.js';
import type { AppState } from './state.js';

/** What a strategy may look at before it proposes anything, cut from the state at a moment. */
export const entryFacts = (
  { system, positions, orders, ...rest }: AppState,
  strategy: Strategy,
  session: Session,
  at: ExchangeTime,
  vix: Reading<number>,
): EntryFacts => {
  const { indicators } = system;
  const working = workingEntries({ system, positions, orders, ...rest });
  return {
    at,
    session,
    vix,
    clock: strategy.eventClock,
    events: system.macro.events,
    coverage: system.macro.coverage,
    phase: phaseInForce(system.phase.phase, system.risk.breaker),
    equity: system.previousEquity,
    averageTrueRange: indicators.atr,
    fastAverage: indicators.fastAverage,
    slowAverage: indicators.slowAverage,
    ownPositions:
      positions.filter(({ position }) => position.strategy === strategy.id).length +
      working.filter(({ state: { order } }) => order.strategy === strategy.id).length,
  };
};

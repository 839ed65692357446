import { session as sessionOn } from '../calendar/index.js';
import type { MarketSnapshot } from '../market/index.js';
import type { Limits } from '../rule-set/index.js';
import type { Strategy } from '../strategies/index.js';
import type { EngineEvent } from './event.js';

/**
 * The events of one moment, in the order a run has them: the market first, which asks exits and the strategies
 * that decide on it, then the timer of every strategy whose moment this is, to the second.
 */
export const eventsAt = (
  market: MarketSnapshot,
  strategies: ReadonlyArray<Strategy>,
  limits: Limits,
): ReadonlyArray<EngineEvent> => {
  const { at } = market;
  const session = sessionOn(at.date);
  const due = strategies.filter(
    ({ decides, hours }) =>
      decides === 'timer' && session !== null && hours(session, limits)?.to === at.second,
  );
  return [
    { _tag: 'MarketObserved', at, market },
    ...due.map(({ id }): EngineEvent => ({
      _tag: 'TimerFired',
      at,
      timer: { _tag: 'Decide', strategy: id },
      market,
    })),
  ];
};

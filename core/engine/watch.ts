import { contractKey, type OptionContract, type Watch } from '../market/index.js';
import { missing } from '../rule/index.js';
import type { ExchangeTime } from '../units/index.js';
import type { EngineContext } from './context.js';
import { entryFacts } from './entry-facts.js';
import type { AppState } from './state.js';

/**
 * What the engine wants to see at a moment: the contracts it holds or has orders for, and what strategies may
 * propose then. Adapters price or fetch only this.
 */
export const watch = (context: EngineContext, state: AppState, at: ExchangeTime): ReadonlyArray<Watch> => {
  const contracts = contractsHeld(state);
  return [
    ...(contracts.length > 0 ? [{ _tag: 'Contracts', contracts } as const] : []),
    ...strategyWatches(context, state, at),
  ];
};

/** Each once, although two positions may hold the same contract: a slice quotes a contract once. */
const contractsHeld = ({ positions, orders }: AppState): ReadonlyArray<OptionContract> => {
  const legs = [
    ...positions.flatMap(({ position }) => position.legs),
    ...orders
      .filter(({ state: { order } }) => order.purpose === 'open')
      .flatMap(({ state: { order } }) => order.legs),
  ];
  return [...new Map(legs.map(({ contract }) => [contractKey(contract), contract])).values()];
};

/** Only strategies that could decide at this moment: at their time, or inside their hours. */
const strategyWatches = (context: EngineContext, state: AppState, at: ExchangeTime): ReadonlyArray<Watch> => {
  const { session } = state.system;
  if (session === null) return [];
  return context.strategies.flatMap((strategy) => {
    const hours = strategy.hours(session, context.limits);
    const { scanner } = state.strategies[strategy.id];
    if (hours === null || (scanner._tag !== 'Scanning' && scanner._tag !== 'EntryWindow')) return [];
    const from = strategy.decides === 'timer' ? hours.to : hours.from;
    if (at.second < from || at.second > hours.to) return [];
    const vix = missing('VIX', 'absent', 'not needed to watch');
    return strategy.watch(entryFacts(state, strategy, session, at, vix), context.limits);
  });
};

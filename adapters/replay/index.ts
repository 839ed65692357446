/** Replay: a market's past as a source of events. */
export * from './replay-source.js';
export type { ChainMarket, ReplayChain, ReplayMarket } from './replay-market.js';

/** Floor 3: what the market is, as the rules see it. */
export * from './average-true-range.js';
export * from './bar.js';
export * from './chain.js';
export * from './daily-indicators.js';
export * from './daily-memory.js';
export * from './data-quality/index.js';
export * from './events/index.js';
export * from './futures.js';
export * from './history.js';
export * from './instrument.js';
export * from './iv-rank.js';
export * from './macro-event.js';
export * from './moving-average.js';
export * from './snapshot.js';
export * from './volatility-regime.js';

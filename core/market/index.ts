/** Floor 3: what the market is, as the rules see it. */
export * from './bar.js';
export * from './chain.js';
export * from './history.js';
export * from './instrument.js';
export * from './macro-event.js';
export * from './snapshot.js';

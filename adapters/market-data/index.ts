/** Market data for replays: the embedded history and its reader. */
export * from './history-error.js';
export type { HistoryDefect, HistorySeries } from './history-gaps.js';
export * from './history-reader.js';
export * from './macro-calendar.js';
export * from './model-chain/index.js';

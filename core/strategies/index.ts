/** Floor 5: one folder a strategy, each entry, strikes, exits and machine. */
export { friday0dte } from './friday-0dte/index.js';
export { creditHolding, type Holding, type HoldingEvent } from './holding.js';
export { lt112 } from './lt112/index.js';
export * from './scanner.js';
export * from './strategy.js';

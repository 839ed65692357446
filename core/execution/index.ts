/** Floor 5: from an approved structure to an order, its price, its fees and its end. */
export * from './credit-against-fees.js';
export * from './fees.js';
export * from './fill-model.js';
export * from './leg-slip.js';
export * from './liquidity.js';
export * from './mandatory-exit.js';
export * from './order.js';
export * from './order-effect.js';
export type { OrderFacts } from './order-facts.js';
export * from './order-group.js';
export type { Patience } from './order-moves.js';
export * from './order-price-rules.js';
export * from './order-state.js';
export * from './order-validation.js';
export * from './price-ladder.js';
export * from './settlement.js';
export { exactPoints, isOnGrid, roundDown, roundUp } from './tick-grid.js';

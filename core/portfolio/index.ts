/** Floor 4: what is owned, what is proposed, and what it is worth. */
export * from './combo.js';
export * from './equity-statistics.js';
export * from './exits.js';
export * from './greeks.js';
export * from './leg.js';
export * from './phase.js';
export * from './position-greeks.js';
export * from './position.js';
export * from './proposal.js';
export * from './statistics.js';
export * from './strategy-id.js';
export * from './strategy-limit.js';
export * from './trade-summary.js';
export * from './valuation.js';

/** Floor 4: what is owned, what is proposed, and what it is worth. */
export * from './combo.js';
export * from './greeks.js';
export * from './leg.js';
export * from './position.js';
export * from './proposal.js';
export * from './strategy-id.js';

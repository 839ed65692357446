/** Floor 5: how many contracts, and why not more. */
export * from './checks.js';
export * from './contract-cap.js';
export * from './contracts.js';
export * from './greeks-quantity.js';
export { fullKelly, kellyFraction } from './kelly.js';
export * from './request.js';
export type { SizingError } from './sizing-error.js';
export type * from './sizing.js';
export * from './vix-size-multiplier.js';

/** The one public door of the core. */
export { checks, type BrokerStatus } from './admission/index.js';
export * from './calendar/index.js';
export * from './engine/index.js';
export * from './execution/index.js';
export * from './explain/index.js';
export * from './machine/index.js';
export * from './market/index.js';
export * from './portfolio/index.js';
export * from './pricing/index.js';
export * from './risk/index.js';
export * from './rule-set/index.js';
export * from './rule/index.js';
export * from './sizing/index.js';
export { friday0dte, lt112, type Strategy } from './strategies/index.js';
export * from './units/index.js';

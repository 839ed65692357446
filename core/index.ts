/** The one public door of the core. */
export * from './calendar/index.js';
export * from './execution/index.js';
export * from './machine/index.js';
export * from './market/index.js';
export * from './portfolio/index.js';
export * from './pricing/index.js';
export * from './risk/index.js';
export * from './rule-set/index.js';
export * from './rule/index.js';
export * from './sizing/index.js';
export * from './units/index.js';

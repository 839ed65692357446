/** The one public door of the core. */
export * from './market/index.js';
export * from './pricing/index.js';
export * from './units/index.js';

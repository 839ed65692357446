export * from './coverage.js';
export * from './day-windows.js';
export * from './macro-rule.js';
export * from './release-distance.js';

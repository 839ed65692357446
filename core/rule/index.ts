/** Floor 1: what a rule is, what it answers, and how answers accumulate. */
export * from './comparison.js';
export * from './finding.js';
export * from './judgement.js';
export * from './reading.js';
export * from './rule.js';
export * from './verdict.js';
export * from './strictest.js';

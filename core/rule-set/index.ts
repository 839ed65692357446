/** Floor 2: every number, with its unit, its source and whether it may be changed. */
export * from './derivation.js';
export type { Parameter, ParameterValue, Strictness } from './parameter.js';
export * from './rule-file.js';
export * from './rule-set.js';
export * from './rule-set-codec.js';

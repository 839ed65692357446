import fc from 'fast-check';
import { parameterNames, seedRules, type ParameterName } from '../../../core/index.js';

/** The names of the seed's parameters by what derivation may do with them. */
const isChoice = (name: ParameterName): boolean => seedRules.parameters[name].unit === 'choice';

export const lockedNumbers = parameterNames.filter((name) => seedRules.parameters[name].locked);

export const openNumbers = parameterNames.filter(
  (name) => !seedRules.parameters[name].locked && !isChoice(name),
);

/** A number derivation takes. −0 is left to a test of its own: it equals 0 and is no change where 0 stands. */
export const anyFinite: fc.Arbitrary<number> = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => value + 0);

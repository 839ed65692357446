import { parameterNames, seedRules, type ParameterName } from '../../../core/index.js';

/** The names of the seed's parameters by what derivation may do with them. */
const isChoice = (name: ParameterName): boolean => seedRules.parameters[name].unit === 'choice';

export const lockedNumbers = parameterNames.filter((name) => seedRules.parameters[name].locked);

export const openNumbers = parameterNames.filter(
  (name) => !seedRules.parameters[name].locked && !isChoice(name),
);

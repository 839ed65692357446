import { accountRules, checks, systemRules } from '../admission/index.js';
import { allStrategies } from '../engine/index.js';
import { creditAgainstFees, liquidityRules, orderReadyRules } from '../execution/index.js';
import { dataRules, macroEvents } from '../market/index.js';
import { lossLimits, modeRules, recoveryRules, riskChecks } from '../risk/index.js';
import type { ParameterName, RuleSet } from '../rule-set/index.js';
import { sizeBuyingPower, sizeCaps, sizePositive } from '../sizing/index.js';
import { renderStatement } from './statement.js';

/** A rule as the catalogue shows it; `statement` carries the rule set's own numbers. */
export interface CatalogueEntry {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly parameters: ReadonlyArray<ParameterName>;
  readonly where: string;
}

/** One of the 47 checks: number, id and requirement. */
export interface CatalogueCheck {
  readonly number: number;
  readonly id: string;
  readonly requirement: string;
}

interface Described {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly parameters: ReadonlyArray<ParameterName>;
}

const rooms: ReadonlyArray<readonly [string, ReadonlyArray<Described>]> = [
  ...allStrategies.map(
    ({ id, entry, proposal, exits }) =>
      [
        `strategies/${id}`,
        [...Object.values(entry), ...Object.values(proposal), ...exits.map(({ rule }) => rule)],
      ] as const,
  ),
  ['market', [...dataRules, macroEvents]],
  ['execution', [...liquidityRules, creditAgainstFees, ...orderReadyRules]],
  ['risk', [...riskChecks, ...lossLimits, ...modeRules, ...recoveryRules]],
  ['sizing', [sizePositive, sizeCaps, sizeBuyingPower]],
  ['admission', [...accountRules, ...systemRules]],
];

/** Every rule there is, once, in the order a trade meets them. */
export const catalogue = (rules: RuleSet): ReadonlyArray<CatalogueEntry> => {
  const entries = rooms.flatMap(([where, described]) =>
    described.map(({ id, statement, source, parameters }) => ({
      id,
      statement: renderStatement(statement, rules),
      source,
      parameters,
      where,
    })),
  );
  return entries.filter(({ id }, index) => entries.findIndex((entry) => entry.id === id) === index);
};

/** The 47 checks in their binding order, with the rule set's own numbers. */
export const checkCatalogue = (rules: RuleSet): ReadonlyArray<CatalogueCheck> =>
  checks.map(({ number, id, requirement }) => ({
    number,
    id,
    requirement: renderStatement(requirement, rules),
  }));

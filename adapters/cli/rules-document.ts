import {
  catalogue,
  checkCatalogue,
  parameterNames,
  ruleSetDigest,
  type CatalogueCheck,
  type CatalogueEntry,
  type Parameter,
  type RuleSet,
} from '../../core/index.js';

/** What `tomking rules --json` prints: every rule, the 47 checks, and every number with where it comes from. */
export interface RulesDocument {
  readonly schema: 'tomking.rules/1';
  readonly ruleSet: {
    readonly name: string;
    readonly version: string;
    readonly digest: string;
    readonly derivedFrom: string | null;
  };
  readonly rules: ReadonlyArray<CatalogueEntry>;
  readonly checks: ReadonlyArray<CatalogueCheck>;
  readonly parameters: ReadonlyArray<ParameterRow>;
}

export interface ParameterRow {
  readonly name: string;
  readonly value: number | string;
  readonly unit: Parameter['unit'];
  readonly source: string;
  /** A locked number may be changed by no file and no option. */
  readonly locked: boolean;
  /** Which way a stricter rule set moves it; `neither` for what is not a limit. */
  readonly stricter: Parameter['stricter'];
  /** The values a choice may take; null for a number. */
  readonly choices: ReadonlyArray<string> | null;
}

export const rulesDocument = (rules: RuleSet): RulesDocument => ({
  schema: 'tomking.rules/1',
  ruleSet: {
    name: rules.name,
    version: rules.version,
    digest: ruleSetDigest(rules),
    derivedFrom: rules.derivedFrom?.name ?? null,
  },
  rules: catalogue(rules),
  checks: checkCatalogue(rules),
  parameters: parameterNames.map((name) => {
    const { value, unit, source, locked, stricter, choices }: Parameter = rules.parameters[name];
    return { name, value, unit, source, locked, stricter, choices: choices ?? null };
  }),
});

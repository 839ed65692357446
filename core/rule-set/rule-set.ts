import type { Rule } from '../rule/index.js';
import { digest } from '../units/index.js';
import type { Parameter } from './parameter.js';
import { seedParameters } from './seed/index.js';

type SeedParameters = typeof seedParameters;

export type ParameterName = keyof SeedParameters;

/** What the rules look numbers up in: every parameter's value by name. */
export type Limits = { readonly [Name in ParameterName]: SeedParameters[Name]['value'] };

export type Parameters = { readonly [Name in ParameterName]: Parameter<Limits[Name]> };

/** A rulebook as a value. `derivedFrom` names the set it extends, with the parameters that differ. */
export interface RuleSet {
  readonly name: string;
  readonly version: string;
  readonly parameters: Parameters;
  readonly derivedFrom: null | { readonly name: string; readonly changed: ReadonlyArray<ParameterName> };
}

/** The default: the numbers of the source document as the decisions settle them. Frozen through and through. */
export const seedRules: RuleSet = Object.freeze({
  name: 'seed',
  version: '1.0.0',
  parameters: Object.freeze(seedParameters),
  derivedFrom: null,
});

export const parameterNames = Object.keys(seedParameters) as ReadonlyArray<ParameterName>;

export const isParameterName = (name: string): name is ParameterName => Object.hasOwn(seedParameters, name);

/** Every parameter's value by name: what a rule's `check` is given. */
export const limitsOf = (rules: RuleSet): Limits =>
  Object.fromEntries(parameterNames.map((name) => [name, rules.parameters[name].value])) as Limits;

/** Names, version and values, so that a decision can prove which numbers it used. */
export const ruleSetDigest = (rules: RuleSet): string =>
  digest({ name: rules.name, version: rules.version, values: limitsOf(rules) });

/** A rule over the rule set's own parameters: it sees the limits it names and no others. */
export type TradingRule<Facts> = Rule<Facts, Limits>;

/** Builds a rule whose `check` receives exactly the parameters it names. */
export const defineRule = <Facts, const Name extends ParameterName = never>(rule: {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly parameters: ReadonlyArray<Name>;
  readonly check: Rule<Facts, Pick<Limits, Name>>['check'];
}): TradingRule<Facts> => rule;

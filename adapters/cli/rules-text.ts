import { formatParameter } from '../../core/index.js';
import type { ParameterRow, RulesDocument } from './rules-document.js';

/** The catalogue for a terminal. */
export const renderRules = ({ ruleSet, rules, checks, parameters }: RulesDocument): string =>
  [
    titleOf(ruleSet),
    ...placesOf(rules).flatMap((where) => [
      '',
      where,
      ...rules
        .filter((rule) => rule.where === where)
        .flatMap(({ id, statement, source }) => [`  ${id}`, `    ${statement}`, `    [${source}]`]),
    ]),
    '',
    `The ${checks.length} checks before any position`,
    ...checks.map(({ number, id, requirement }) => `  ${String(number).padStart(2)} ${id}: ${requirement}`),
    '',
    `${parameters.length} parameters`,
    ...parameters.map(
      (row) =>
        `  ${row.name} = ${valueText(row)} (${[row.locked ? 'locked' : 'open', strictnessText(row), row.source].filter((part) => part !== '').join('; ')})`,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');

export const titleOf = ({ name, version, derivedFrom }: RulesDocument['ruleSet']): string =>
  `Rule set ${name} ${version}${derivedFrom === null ? '' : `, derived from ${derivedFrom}`}`;

/** The rooms of the catalogue, each once, in its order. */
export const placesOf = (rules: RulesDocument['rules']): ReadonlyArray<string> => [
  ...new Set(rules.map(({ where }) => where)),
];

/** A value in its unit; of a choice, what else it could be. */
export const valueText = ({ value, unit, choices }: ParameterRow): string =>
  choices === null ? formatParameter(value, unit) : `${value} (of ${choices.join(', ')})`;

export const strictnessText = ({ stricter }: ParameterRow): string =>
  stricter === 'neither' ? '' : `${stricter} is stricter`;

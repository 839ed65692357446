import { isLeft, left, mapLeft, type Either } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts/lib/index.js';
import { deriveRules, type DerivationError } from './derivation.js';
import { seedRules, type RuleSet } from './rule-set.js';

/** A rule-set file (D§5.19): `{ "extends": "seed", "name": "...", "set": { "parameter": value } }`. */
export const ruleFile = t.exact(
  t.type({
    extends: t.literal('seed'),
    name: t.string,
    set: t.record(t.string, t.unknown),
  }),
  'rule-set file',
);

export type RuleFileError =
  | {
      readonly _tag: 'MalformedRuleFile';
      readonly field: string;
      readonly value: unknown;
      readonly expected: string;
    }
  | DerivationError;

/** Reads a parsed rule-set file. Everything it yields is derived, and says so in `derivedFrom`. */
export const rulesFromFile = (input: unknown): Either<ReadonlyArray<RuleFileError>, RuleSet> => {
  const decoded = pipe(ruleFile.decode(input), mapLeft(malformations));
  if (isLeft(decoded)) return left(decoded.left);
  const { name, set } = decoded.right;
  return deriveRules(seedRules, name, set);
};

const malformations = (errors: t.Errors): ReadonlyArray<RuleFileError> =>
  errors.map(({ context, value }) => ({
    _tag: 'MalformedRuleFile',
    field: context
      .map(({ key }) => key)
      .filter((key) => key !== '')
      .join('.'),
    value,
    expected: context[context.length - 1]?.type.name ?? 'rule-set file',
  }));

import { isLeft } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts/lib/index.js';
import { deriveRules } from './derivation.js';
import { parameterNames, seedRules, type RuleSet } from './rule-set.js';

/** A rule set as plain data: name, version and every parameter's value. */
const encoded = t.exact(
  t.type({
    name: t.string,
    version: t.literal(seedRules.version),
    derivedFrom: t.union([t.null, t.string]),
    values: t.record(t.string, t.unknown),
  }),
);

/** What `ruleSetCodec` writes. Units, sources and locks are the seed's own and are not repeated. */
export type EncodedRuleSet = t.OutputOf<typeof encoded>;

/**
 * Rule sets to and from plain data. Decoding wants every parameter by its name, refuses locked numbers that
 * differ from the seed's (D§5.23), and never fills a value in. Law: decode(encode(rules)) is `rules`.
 */
export const ruleSetCodec = new t.Type<RuleSet, EncodedRuleSet, unknown>(
  'rule set',
  (input): input is RuleSet => t.type({ name: t.string, parameters: t.UnknownRecord }).is(input),
  (input, context) => {
    const plain = encoded.validate(input, context);
    if (isLeft(plain)) return plain;
    const { name, values, derivedFrom } = plain.right;
    const absent = parameterNames.filter((parameter) => !Object.hasOwn(values, parameter));
    if (absent.length > 0) return t.failure(input, context, `parameters missing: ${absent.join(', ')}`);
    const derived = deriveRules(seedRules, name, values);
    if (isLeft(derived))
      return t.failure(
        input,
        context,
        derived.left.map(({ _tag, parameter }) => `${_tag} ${parameter}`).join(', '),
      );
    const differs = (derived.right.derivedFrom?.changed.length ?? 0) > 0;
    // A set that differs is derived, whatever it says of itself.
    return t.success(
      derivedFrom === null && !differs ? { ...derived.right, derivedFrom: null } : derived.right,
    );
  },
  (rules) => ({
    name: rules.name,
    version: seedRules.version,
    derivedFrom: rules.derivedFrom?.name ?? null,
    values: Object.fromEntries(
      parameterNames.map((parameter) => [parameter, rules.parameters[parameter].value]),
    ),
  }),
);

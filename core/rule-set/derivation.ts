import { left, right, isLeft, type Either } from 'fp-ts/lib/Either.js';
import type { Parameter, ParameterValue } from './parameter.js';
import { isParameterName, type ParameterName, type RuleSet } from './rule-set.js';

/** Why a rule set could not be derived; each names the parameter and what was attempted. */
export type DerivationError =
  | { readonly _tag: 'UnknownParameter'; readonly parameter: string }
  | {
      readonly _tag: 'LockedParameter';
      readonly parameter: ParameterName;
      readonly value: ParameterValue;
      readonly attempted: unknown;
      readonly source: string;
    }
  | {
      readonly _tag: 'InvalidValue';
      readonly parameter: ParameterName;
      readonly attempted: unknown;
      readonly expected: string;
    };

/**
 * A new rule set with some open parameters changed. Every error is reported, not only the first. A locked
 * parameter is refused in either direction, its own value included only when it does not change (D§5.23).
 */
export const deriveRules = (
  base: RuleSet,
  name: string,
  changes: Readonly<Record<string, unknown>>,
): Either<ReadonlyArray<DerivationError>, RuleSet> => {
  const steps = Object.entries(changes).map(([parameter, value]) => changeOf(base, parameter, value));
  const errors = steps.flatMap((step) => (isLeft(step) ? [step.left] : []));
  if (errors.length > 0) return left(errors);
  const changed = steps.flatMap((step) => (isLeft(step) ? [] : step.right));
  return right(
    Object.freeze({
      name,
      version: base.version,
      parameters: Object.freeze({ ...base.parameters, ...Object.fromEntries(changed) }),
      derivedFrom: Object.freeze({ name: base.name, changed: changed.map(([parameter]) => parameter) }),
    }),
  );
};

type Change = readonly [ParameterName, Parameter];

const changeOf = (
  base: RuleSet,
  name: string,
  attempted: unknown,
): Either<DerivationError, ReadonlyArray<Change>> => {
  if (!isParameterName(name)) return left({ _tag: 'UnknownParameter', parameter: name });
  const parameter: Parameter = base.parameters[name];
  if (attempted === parameter.value) return right([]);
  const { value, source } = parameter;
  if (parameter.locked) return left({ _tag: 'LockedParameter', parameter: name, value, attempted, source });
  if (!isAllowed(parameter, attempted))
    return left({ _tag: 'InvalidValue', parameter: name, attempted, expected: expectation(parameter) });
  return right([[name, Object.freeze({ ...parameter, value: attempted })]]);
};

const isAllowed = (parameter: Parameter, attempted: unknown): attempted is ParameterValue =>
  parameter.choices === undefined
    ? typeof attempted === 'number' && Number.isFinite(attempted)
    : typeof attempted === 'string' && parameter.choices.includes(attempted);

const expectation = (parameter: Parameter): string =>
  parameter.choices === undefined
    ? `a finite number (${parameter.unit})`
    : `one of ${parameter.choices.join(', ')}`;

import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  limitsOf,
  parameterNames,
  rulesFromFile,
  seedRules,
  type RuleFileError,
} from '../../../core/index.js';
import { anyFinite, openNumbers } from './open-parameters.js';

const errorsOf = (input: unknown): ReadonlyArray<RuleFileError> => {
  const result = rulesFromFile(input);
  return isLeft(result) ? result.left : [];
};

describe('a rule-set file', () => {
  it('is the seed with some parameters set, named and marked as derived', () => {
    const text = '{ "extends": "seed", "name": "LT112 at 6%", "set": { "lt112.minimumCredit": 0.06 } }';
    const result = rulesFromFile(JSON.parse(text));
    expect(result).toMatchObject({
      right: { name: 'LT112 at 6%', derivedFrom: { name: 'seed', changed: ['lt112.minimumCredit'] } },
    });
    expect(isRight(result) && limitsOf(result.right)).toEqual({
      ...limitsOf(seedRules),
      'lt112.minimumCredit': 0.06,
    });
  });

  it('that sets nothing is the seed, marked as derived all the same', () => {
    expect(rulesFromFile({ extends: 'seed', name: 'mine', set: {} })).toMatchObject({
      right: { name: 'mine', parameters: seedRules.parameters, derivedFrom: { name: 'seed', changed: [] } },
    });
  });

  it.each([
    [null, ''],
    [[], ''],
    ['seed', ''],
    [{ name: 'x', set: {} }, 'extends'],
    [{ extends: 'methodology', name: 'x', set: {} }, 'extends'],
    [{ extends: 'seed', set: {} }, 'name'],
    [{ extends: 'seed', name: 7, set: {} }, 'name'],
    [{ extends: 'seed', name: 'x' }, 'set'],
    [{ extends: 'seed', name: 'x', set: [] }, 'set'],
    [{ extends: 'seed', name: 'x', set: null }, 'set'],
  ])('that is %j is malformed in field %j', (input, field) => {
    expect(errorsOf(input)).toMatchObject([{ _tag: 'MalformedRuleFile', field }]);
  });

  it('reports every malformed field', () => {
    expect(errorsOf({ extends: 'x', name: 1, set: 2 })).toMatchObject([
      { field: 'extends', value: 'x', expected: '"seed"' },
      { field: 'name', value: 1, expected: 'string' },
      { field: 'set', value: 2 },
    ]);
  });

  it('passes on what derivation refuses', () => {
    const set = { 'vix.panic': 45, nothing: 1 };
    expect(errorsOf({ extends: 'seed', name: 'x', set })).toMatchObject([
      { _tag: 'LockedParameter', parameter: 'vix.panic', attempted: 45 },
      { _tag: 'UnknownParameter', parameter: 'nothing' },
    ]);
  });

  it('read from anything at all answers with a rule set or with errors, and never throws', () => {
    const nearly = fc.record(
      {
        extends: fc.oneof(fc.constant('seed'), fc.anything()),
        name: fc.oneof(fc.string(), fc.anything()),
        set: fc.oneof(
          fc.dictionary(fc.oneof(fc.constantFrom<string>(...parameterNames), fc.string()), fc.anything()),
          fc.anything(),
        ),
      },
      { requiredKeys: [] },
    );
    const input = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
      nearly,
    );
    fc.assert(
      fc.property(input, (value) => {
        const result = rulesFromFile(value);
        if (isLeft(result)) expect(result.left).not.toHaveLength(0);
        else expect(Object.keys(result.right.parameters)).toHaveLength(parameterNames.length);
      }),
      { numRuns: 10_000 },
    );
  });

  it('with open numbers in it is read as they stand', () => {
    const set = fc.dictionary(fc.constantFrom<string>(...openNumbers), anyFinite);
    fc.assert(
      fc.property(set, (numbers) => {
        const result = rulesFromFile({ extends: 'seed', name: 'mine', set: numbers });
        expect(isRight(result) && limitsOf(result.right)).toEqual({ ...limitsOf(seedRules), ...numbers });
      }),
      { numRuns: 1_000 },
    );
  });
});

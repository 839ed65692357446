import { isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deriveRules,
  isParameterName,
  limitsOf,
  parameterNames,
  ruleSetDigest,
  seedRules,
  type RuleSet,
} from '../../../core/index.js';
import { anyFinite, openNumbers } from './open-parameters.js';

const derived = (changes: Readonly<Record<string, unknown>>): RuleSet => {
  const result = deriveRules(seedRules, 'derived', changes);
  if (!isRight(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

describe('the limits of a rule set', () => {
  it('are every parameter’s value by name', () => {
    const limits = limitsOf(seedRules);
    expect(Object.keys(limits).sort()).toEqual([...parameterNames].sort());
    parameterNames.forEach((name) => {
      expect(limits[name]).toBe(seedRules.parameters[name].value);
    });
  });

  it('know no name that only every object has', () => {
    expect(['toString', '__proto__', 'constructor', 'vix', ''].some(isParameterName)).toBe(false);
    expect(parameterNames.every(isParameterName)).toBe(true);
  });
});

describe('the digest of a rule set', () => {
  it('differs exactly when a value does', () => {
    const change = fc.record({
      name: fc.constantFrom(...openNumbers),
      value: fc.oneof(fc.integer({ min: 0, max: 100 }), anyFinite),
    });
    fc.assert(
      fc.property(change, change, (a, b) => {
        const [first, second] = [derived({ [a.name]: a.value }), derived({ [b.name]: b.value })];
        const [left, right] = [limitsOf(first), limitsOf(second)];
        const same = parameterNames.every((name) => left[name] === right[name]);
        expect(ruleSetDigest(first) === ruleSetDigest(second)).toBe(same);
      }),
      { numRuns: 1_000 },
    );
  });

  it('differs by name and version too, and not by how the set came about', () => {
    const copy = { ...seedRules, derivedFrom: { name: 'elsewhere', changed: [] } };
    expect(ruleSetDigest(copy)).toBe(ruleSetDigest(seedRules));
    expect(ruleSetDigest({ ...seedRules, name: 'other' })).not.toBe(ruleSetDigest(seedRules));
    expect(ruleSetDigest({ ...seedRules, version: '9.9.9' })).not.toBe(ruleSetDigest(seedRules));
    expect(ruleSetDigest(seedRules)).toMatch(/^[0-9a-f]{64}$/);
  });
});

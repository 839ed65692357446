import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveRules, ruleSetCodec, seedRules } from '../../../core/index.js';

const derived = deriveRules(seedRules, 'mine', { 'lt112.minimumCredit': 0.06 });
if (isLeft(derived)) throw new Error('the derivation is sound');

describe('ruleSetCodec', () => {
  it('decodes what it encodes, the seed and a derived set alike', () => {
    for (const rules of [seedRules, derived.right]) {
      const back = ruleSetCodec.decode(JSON.parse(JSON.stringify(ruleSetCodec.encode(rules))));
      expect(back).toEqual({ _tag: 'Right', right: rules });
    }
  });

  it('refuses a locked number that differs from the seed, in either direction', () => {
    const plain = ruleSetCodec.encode(seedRules);
    for (const factor of [0.24, 0.26])
      expect(
        isLeft(ruleSetCodec.decode({ ...plain, values: { ...plain.values, 'kelly.factor': factor } })),
      ).toBe(true);
  });

  it('fills no value in: a missing parameter is an error that names it', () => {
    const plain = ruleSetCodec.encode(seedRules);
    const rest = Object.fromEntries(Object.entries(plain.values).filter(([name]) => name !== 'loss.day'));
    const decoded = ruleSetCodec.decode({ ...plain, values: rest });
    expect(isLeft(decoded) && decoded.left[0]?.message).toContain('loss.day');
  });

  it('calls a set that differs derived, whatever it says of itself', () => {
    const plain = { ...ruleSetCodec.encode(derived.right), name: 'seed', derivedFrom: null };
    const decoded = ruleSetCodec.decode(plain);
    expect(isRight(decoded) && decoded.right.derivedFrom?.changed).toEqual(['lt112.minimumCredit']);
  });

  it('refuses another version', () => {
    expect(isLeft(ruleSetCodec.decode({ ...ruleSetCodec.encode(seedRules), version: '2.0.0' }))).toBe(true);
  });

  it('never throws on arbitrary input', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const decoded = ruleSetCodec.decode(input);
        return isLeft(decoded) || isRight(decoded);
      }),
      { numRuns: 10_000 },
    );
  });
});

import { isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveRules, renderStatement, seedRules } from '../../../core/index.js';

describe('a statement', () => {
  it('carries the rule set’s own numbers in their units', () => {
    expect(renderStatement('VIX is above {lt112.vixAbove} and below {lt112.vixBelow}', seedRules)).toBe(
      'VIX is above 12 vol points and below 35 vol points',
    );
    expect(renderStatement('from {friday0dte.exitTime} on', seedRules)).toBe('from 15:30 on');
  });

  it('carries the number alone where it asks for it', () => {
    expect(renderStatement('fewer than {losses.trip#} positions', seedRules)).toBe('fewer than 3 positions');
  });

  it('changes with a derived rule set', () => {
    const derived = deriveRules(seedRules, 'low credit', { 'lt112.minimumCredit': 0.06 });
    expect(isRight(derived) && renderStatement('at least {lt112.minimumCredit}', derived.right)).toBe(
      'at least 6%',
    );
  });

  it('leaves everything else as it is written', () => {
    expect(renderStatement('{nothing.known} and {toString}', seedRules)).toBe(
      '{nothing.known} and {toString}',
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[{}]/.test(text));
        expect(renderStatement(text, seedRules)).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });
});

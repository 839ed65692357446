import { isLeft, isRight, left } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deriveRules,
  limitsOf,
  parameterNames,
  seedRules,
  type DerivationError,
} from '../../../core/index.js';
import { anyFinite, lockedNumbers, openNumbers } from './open-parameters.js';

const seeded = limitsOf(seedRules);

const errorsOf = (changes: Readonly<Record<string, unknown>>): ReadonlyArray<DerivationError> => {
  const result = deriveRules(seedRules, 'derived', changes);
  return isLeft(result) ? result.left : [];
};

describe('changing an open parameter', () => {
  it('gives a set that says what it was derived from and what differs', () => {
    const result = deriveRules(seedRules, 'low credit', { 'lt112.minimumCredit': 0.06 });
    expect(result).toMatchObject({
      right: {
        name: 'low credit',
        version: seedRules.version,
        derivedFrom: { name: 'seed', changed: ['lt112.minimumCredit'] },
      },
    });
    expect(isRight(result) && result.right.parameters['lt112.minimumCredit']).toEqual({
      ...seedRules.parameters['lt112.minimumCredit'],
      value: 0.06,
    });
    expect(limitsOf(seedRules)['lt112.minimumCredit']).toBe(0.2);
  });

  it('gives a set that cannot be changed in place', () => {
    const result = deriveRules(seedRules, 'low credit', { 'lt112.minimumCredit': 0.06 });
    const changed = isRight(result) ? result.right.parameters['lt112.minimumCredit'] : null;
    expect(isRight(result) && Object.isFrozen(result.right) && Object.isFrozen(result.right.parameters)).toBe(
      true,
    );
    expect(changed !== null && Object.isFrozen(changed)).toBe(true);
  });

  it('changes that one and no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...openNumbers), anyFinite, (name, value) => {
        const result = deriveRules(seedRules, 'derived', { [name]: value });
        if (isLeft(result)) throw new Error(JSON.stringify(result.left));
        const limits = limitsOf(result.right);
        expect(limits[name]).toBe(value);
        const changed = parameterNames.filter(
          (each) => result.right.parameters[each] !== seedRules.parameters[each],
        );
        expect(changed.filter((each) => each !== name)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('to the value it has is no change', () => {
    const same = Object.fromEntries(parameterNames.map((name) => [name, seedRules.parameters[name].value]));
    const result = deriveRules(seedRules, 'same', same);
    expect(isRight(result) && result.right.derivedFrom).toEqual({ name: 'seed', changed: [] });
    expect(isRight(result) && limitsOf(result.right)).toEqual(limitsOf(seedRules));
  });

  it('of 0 to −0 is no change either', () => {
    const result = deriveRules(seedRules, 'same', { 'fee.equityOptionClose': -0 });
    expect(isRight(result) && result.right.derivedFrom?.changed).toEqual([]);
    expect(isRight(result) && limitsOf(result.right)['fee.equityOptionClose']).toBe(0);
  });

  it('takes one of its choices and nothing else', () => {
    const { choices } = seedRules.parameters['friday0dte.structure'];
    choices?.forEach((each) => {
      expect(isRight(deriveRules(seedRules, 'derived', { 'friday0dte.structure': each }))).toBe(true);
    });
    expect(errorsOf({ 'friday0dte.structure': 'naked-put' })).toEqual([
      {
        _tag: 'InvalidValue',
        parameter: 'friday0dte.structure',
        attempted: 'naked-put',
        expected: `one of ${choices?.join(', ') ?? ''}`,
      },
    ]);
    expect(errorsOf({ 'friday0dte.structure': 1 })).toMatchObject([{ _tag: 'InvalidValue' }]);
  });
});

describe('changing a locked parameter', () => {
  it.each(lockedNumbers)('%s is refused, looser or stricter, with its value and source', (parameter) => {
    const { value, source } = seedRules.parameters[parameter];
    const number = value as number;
    [number + 1, number - 1, number * 1.000001, -number, String(number), Number.NaN, null].forEach(
      (attempted) => {
        expect(deriveRules(seedRules, 'derived', { [parameter]: attempted })).toEqual(
          left([{ _tag: 'LockedParameter', parameter, value, attempted, source }]),
        );
      },
    );
  });

  it.each(lockedNumbers)('%s is accepted at its own value', (parameter) => {
    const result = deriveRules(seedRules, 'derived', { [parameter]: seedRules.parameters[parameter].value });
    expect(isRight(result) && result.right.derivedFrom?.changed).toEqual([]);
  });
});

describe('a change that makes no sense', () => {
  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['−Infinity', Number.NEGATIVE_INFINITY],
    ['a text', '0.06'],
    ['true', true],
    ['null', null],
    ['undefined', undefined],
    ['a list', [0.06]],
    ['an object', { value: 0.06 }],
  ])('to %s is refused, with what was expected', (_, attempted) => {
    expect(errorsOf({ 'lt112.minimumCredit': attempted })).toEqual([
      {
        _tag: 'InvalidValue',
        parameter: 'lt112.minimumCredit',
        attempted,
        expected: 'a finite number (fraction)',
      },
    ]);
  });

  it.each(['lt112.minimumCredits', 'vix', '', 'toString', 'constructor'])('of %j names it', (parameter) => {
    expect(errorsOf({ [parameter]: 1 })).toEqual([{ _tag: 'UnknownParameter', parameter }]);
  });

  it('of the prototype, as a parsed file can hold it, names it', () => {
    const changes = JSON.parse('{"__proto__": 1}') as Record<string, unknown>;
    expect(errorsOf(changes)).toEqual([{ _tag: 'UnknownParameter', parameter: '__proto__' }]);
  });

  it('does not hide the others: all are reported, in order, and nothing is derived', () => {
    const errors = errorsOf({
      'exit.profitTarget': 0.4,
      'vix.panic': 45,
      nonsense: 1,
      'lt112.width': Number.NaN,
      'exit.daysToExpiration': 14,
    });
    expect(errors.map((error) => [error._tag, error.parameter])).toEqual([
      ['LockedParameter', 'vix.panic'],
      ['UnknownParameter', 'nonsense'],
      ['InvalidValue', 'lt112.width'],
      ['LockedParameter', 'exit.daysToExpiration'],
    ]);
  });

  it('never changes a locked number, whatever is asked', () => {
    const changes = fc.dictionary(
      fc.oneof(fc.constantFrom<string>(...parameterNames), fc.string()),
      fc.oneof(fc.double(), fc.anything()),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(changes, (asked) => {
        const result = deriveRules(seedRules, 'derived', asked);
        if (isLeft(result)) {
          expect(result.left).not.toHaveLength(0);
          return;
        }
        const limits = limitsOf(result.right);
        expect(lockedNumbers.filter((name) => limits[name] !== seeded[name])).toEqual([]);
        expect(parameterNames.filter((name) => typeof limits[name] !== typeof seeded[name])).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

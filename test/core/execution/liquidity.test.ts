import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocks,
  comboWidth,
  known,
  legInterest,
  liquidityRules,
  missing,
  type ComboQuote,
  type LegInterest,
  type LiquidityFacts,
} from '../../../core/index.js';
import { esCondor, leg, limits, spySpread } from './structures.js';

const silent = (volume: number | null = null, openInterest: number | null = null): LegInterest => ({
  contract: leg('SPY', -1, 'put', 540).contract,
  volume,
  openInterest,
});

const facts = (mid: number, width: number, legs = 2): LiquidityFacts => ({
  combo: known({ mid, natural: mid - width / 2, naturalToClose: mid + width / 2, width }),
  legs: Array.from({ length: legs }, () => silent()),
});

const widthVerdict = (given: LiquidityFacts): string => comboWidth.check(given, limits)._tag;

describe('the width of a combo', () => {
  it('of the ES condor is 1.20 against half of its mid of 3.00', () => {
    expect(
      comboWidth.check({ combo: known(esCondor.combo), legs: facts(1, 1, 4).legs }, limits),
    ).toMatchObject({
      _tag: 'Pass',
      finding: { observed: 1.2, limit: 1.5, distance: expect.closeTo(0.3, 9) as number, unit: 'points' },
    });
  });

  it('of the SPY spread is 0.06 against half of 0.80', () => {
    expect(widthVerdict({ combo: known(spySpread.combo), legs: facts(1, 1).legs })).toBe('Pass');
  });

  it.each([
    [0.99, 'Pass'],
    [1, 'Pass'],
    [1.01, 'Fail'],
  ])('of %d around a mid of 2.00 answers %s', (width, tag) => {
    expect(widthVerdict(facts(2, width))).toBe(tag);
  });

  it.each([
    [0.09, 'Pass'],
    [0.1, 'Pass'],
    [0.11, 'Fail'],
  ])('of %d in a cheap two-leg spread answers %s: 0.05 a leg is always allowed', (width, tag) => {
    expect(widthVerdict(facts(0.12, width))).toBe(tag);
  });

  it('is not fooled by the last bits of a sum of quotes', () => {
    expect(widthVerdict(facts(0.12, 0.1 + 2e-16 * 10))).toBe('Pass');
  });

  it('is unknown exactly when the combo has no quote, and names the leg', () => {
    const gap = missing('quote of SPY 2025-03-14 P 540', 'absent', 'no ask');
    expect(comboWidth.check({ combo: gap, legs: [silent()] }, limits)).toMatchObject({
      _tag: 'Unknown',
      missing: [{ fact: 'quote of SPY 2025-03-14 P 540' }],
    });
  });

  it('that fails goes on failing when wider or cheaper', () => {
    const points = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(points, points, points, fc.integer({ min: 1, max: 4 }), (mid, width, more, legs) => {
        fc.pre(widthVerdict(facts(mid, width, legs)) === 'Fail');
        expect(widthVerdict(facts(mid, width + more, legs))).toBe('Fail');
        expect(widthVerdict(facts(Math.max(0, mid - more), width, legs))).toBe('Fail');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the interest in the legs', () => {
  const tag = (...legs: ReadonlyArray<LegInterest>): string => legInterest.check({ legs }, limits)._tag;

  it('is not applicable, and says so, where the source supplies none', () => {
    expect(legInterest.check({ legs: [silent(), silent()] }, limits)).toEqual({
      _tag: 'NotApplicable',
      reason: 'the source supplies neither volume nor open interest',
    });
  });

  it.each([
    [9, null, 'Fail'],
    [10, null, 'Pass'],
    [11, null, 'Pass'],
    [null, 9, 'Fail'],
    [null, 10, 'Pass'],
    [9, 9, 'Fail'],
    [0, 10, 'Pass'],
    [10, 0, 'Pass'],
  ])('of volume %s and open interest %s answers %s', (volume, interest, expected) => {
    expect(tag(silent(volume, interest))).toBe(expected);
  });

  it('is tested on the legs that have figures, and the finding counts them', () => {
    expect(legInterest.check({ legs: [silent(20), silent()] }, limits)).toMatchObject({
      _tag: 'Pass',
      finding: { observed: '1 of 2 legs tested' },
    });
    expect(tag(silent(20), silent(3))).toBe('Fail');
  });

  it('is unknown when a figure is not a number', () => {
    expect(tag(silent(NaN), silent(50))).toBe('Unknown');
  });

  it('never turns from passing to failing with more trading', () => {
    const figure = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
    fc.assert(
      fc.property(figure, figure, fc.nat({ max: 30 }), (volume, interest, more) => {
        fc.pre(tag(silent(volume, interest)) === 'Pass');
        expect(tag(silent(volume === null ? null : volume + more, interest))).toBe('Pass');
      }),
      { numRuns: 1_000 },
    );
  });
});

it('both parts of check 8 are asked', () => {
  expect(liquidityRules.map(({ id }) => id)).toEqual(['data.legs.liquidity', 'data.legs.liquidity.interest']);
  const quote: ComboQuote = spySpread.combo;
  const answers = liquidityRules.map((rule) => rule.check({ combo: known(quote), legs: [silent()] }, limits));
  expect(answers.some(blocks)).toBe(false);
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  withEarlyExercise,
  type AmericanGreeks,
  type AmericanTier,
  type AmericanValues,
  type OptionTerms,
} from '../../pricing-wasm/plain/american/index.js';
import { europeanKernelPrices, kernelPrices } from './american-kernel.js';
import { anyAmerican, anyAmericanAtAll, bitsOf, tiers } from './american-options.js';
import { anyRow } from './option-columns.js';

const runs = { numRuns: 1_000 };

const anyTier = fc.constantFrom(...tiers);
const anyGreeks = fc.constantFrom<AmericanGreeks>('price', 'underlying', 'all');
const anyOption = fc.oneof(anyAmerican, anyAmericanAtAll, anyRow as fc.Arbitrary<OptionTerms>);
const anyBatch = fc.array(anyOption, { minLength: 1, maxLength: 7 });

/** The plain version, on the kernel's European values. */
const plainPrices = (
  options: ReadonlyArray<OptionTerms>,
  tier: AmericanTier,
  greeks: AmericanGreeks,
  futures: boolean,
): AmericanValues[] => {
  const priced = options.map((option) => (futures ? { ...option, dividendYield: option.rate } : option));
  return europeanKernelPrices(priced, greeks, futures).map((european, row) =>
    withEarlyExercise(priced[row]!, european, tier, greeks, futures),
  );
};

describe('the kernel', () => {
  it('gives the bits of the plain version, for any option at all, at every tier and mask', () => {
    fc.assert(
      fc.property(anyBatch, anyTier, anyGreeks, fc.boolean(), (options, tier, greeks, futures) => {
        const values = kernelPrices(options, tier, greeks, futures);
        expect(values.map(bitsOf)).toEqual(plainPrices(options, tier, greeks, futures).map(bitsOf));
      }),
      runs,
    );
  });

  it('gives a row the same bits alone and in any company, bad rows included, at odd and even lengths', () => {
    fc.assert(
      fc.property(anyBatch, anyTier, (options, tier) => {
        const alone = options.map((option) => bitsOf(kernelPrices([option], tier)[0]!));
        expect(kernelPrices(options, tier).map(bitsOf)).toEqual(alone);
      }),
      runs,
    );
  });

  it('gives the same values whatever Greeks are asked for', () => {
    fc.assert(
      fc.property(anyAmerican, anyTier, (option, tier) => {
        const [price, underlying, all] = (['price', 'underlying', 'all'] as const).map(
          (greeks) => kernelPrices([option], tier, greeks)[0]!,
        );
        expect(price!.price).toBe(all!.price);
        expect(bitsOf({ ...all!, vega: NaN, rho: NaN })).toBe(bitsOf(underlying!));
      }),
      runs,
    );
  });
});

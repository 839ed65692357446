import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  priceAmerican,
  priceAmericanFutures,
  type AmericanGreeks,
  type AmericanValues,
  type OptionTerms,
} from '../../pricing-wasm/plain/american/index.js';
import { kernelPrices } from './american-kernel.js';
import { anyAmerican, anyAmericanAtAll, bitsOf, tiers } from './american-options.js';
import { anyRow } from './option-columns.js';

const runs = { numRuns: 1_000 };

const anyTier = fc.constantFrom(...tiers);
const anyGreeks = fc.constantFrom<AmericanGreeks>('price', 'underlying', 'all');
const anyOption = fc.oneof(anyAmerican, anyAmericanAtAll, anyRow as fc.Arbitrary<OptionTerms>);

const plain =
  (
    option: OptionTerms,
    futures: boolean,
  ): ((
    ...how: Parameters<typeof kernelPrices> extends [unknown, ...infer Rest] ? Rest : never
  ) => AmericanValues) =>
  (tier, greeks) =>
    futures ? priceAmericanFutures(option, tier, greeks) : priceAmerican(option, tier, greeks);

describe('the kernel', () => {
  it('gives the bits of the plain version, for any option at all, in any company, at every tier and mask', () => {
    const anyBatch = fc.array(anyOption, { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(anyBatch, anyTier, anyGreeks, fc.boolean(), (options, tier, greeks, futures) => {
        const values = kernelPrices(options, tier, greeks, futures);
        expect(values.map(bitsOf)).toEqual(
          options.map((option) => bitsOf(plain(option, futures)(tier, greeks))),
        );
      }),
      runs,
    );
  });

  it('gives the same price whatever Greeks are asked for', () => {
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

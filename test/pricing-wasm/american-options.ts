import * as fc from 'fast-check';
import type { AmericanTier, AmericanValues, OptionTerms } from '../../pricing-wasm/plain/american/index.js';

export const tiers = ['fast', 'standard', 'precise'] as const satisfies ReadonlyArray<AmericanTier>;

export const americanNames = ['price', 'delta', 'gamma', 'vega', 'theta', 'rho'] as const;

/** A rate in steps of a ten-thousandth of a per cent: what is below is rounding, and so are values made of it. */
const anyRate = (min: number, max: number): fc.Arbitrary<number> =>
  between(min, max).map((rate) => Math.round(rate * 1e6) / 1e6);

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** What a trader may meet: a few days to five years, volatility 10% to 200%, rates and yields to 12%, some below 0. */
export const anyAmerican: fc.Arbitrary<OptionTerms> = fc
  .record({
    right: fc.constantFrom(0, 1),
    strike: between(1, 10_000),
    moneyness: between(0.4, 2.5),
    years: between(0.01, 5),
    rate: anyRate(-0.01, 0.12),
    dividendYield: anyRate(-0.01, 0.12),
    volatility: between(0.1, 2),
  })
  .filter(({ rate, dividendYield }) => Math.max(rate, dividendYield) >= 0)
  .map(({ moneyness, ...option }) => ({ ...option, underlying: option.strike * moneyness }));

/** Far beyond what is traded: any volatility down to 0, no time, rates that exclude early exercise or forbid pricing. */
export const anyAmericanAtAll: fc.Arbitrary<OptionTerms> = fc
  .record({
    right: fc.constantFrom(0, 1),
    strike: between(1e-3, 1e6),
    logMoneyness: between(-8, 8),
    years: fc.oneof(between(0, 30), fc.constant(0)),
    rate: fc.oneof(between(-0.1, 0.5), fc.constant(0)),
    dividendYield: fc.oneof(between(-0.1, 0.5), fc.constant(0)),
    volatility: fc.oneof(between(0, 5), between(0, 1e-3), fc.constant(0)),
  })
  .map(({ logMoneyness, ...option }) => ({ ...option, underlying: option.strike * Math.exp(logMoneyness) }));

/** Every bit of the values, so that equality means equality of bits and NaN equals NaN. */
export const bitsOf = (values: AmericanValues): string =>
  `${values.status} ${americanNames.map((name) => Buffer.from(new Float64Array([values[name]]).buffer).toString('hex')).join(' ')}`;

export const intrinsicOf = ({ right, underlying, strike }: OptionTerms): number =>
  right === 0 ? underlying - strike : strike - underlying;

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricing } from '../../pricing-wasm/index.js';
import {
  priceAmerican,
  type AmericanTier,
  type OptionTerms,
} from '../../pricing-wasm/plain/american/index.js';
import { anyAmerican, intrinsicOf } from './american-options.js';
import { columnsOf, priced } from './option-columns.js';

const runs = { numRuns: 1_000 };

const european = (option: OptionTerms): number =>
  priced(pricing.blackScholesMerton(columnsOf([option]))).price[0]!;
const american = (option: OptionTerms, tier: AmericanTier = 'standard'): number =>
  priceAmerican(option, tier, 'price').price;

/** The largest amount in the formula, in units of rounding. */
const rounding = ({ underlying, strike, years }: OptionTerms): number =>
  1e-15 * Math.max(underlying, strike) * Math.exp(0.01 * years);

/** The rate that the strike of the (mirrored) put earns less the yield, in volatilities: what makes a boundary steep. */
const steepness = ({ right, rate, dividendYield, years, volatility }: OptionTerms): number =>
  ((right === 0 ? dividendYield - rate : rate - dividendYield) * Math.sqrt(years)) / volatility;

/** Where the tiers keep their word: no steep boundary, and exercise is paid by interest, not by a negative yield alone. */
const isOrdinary = (option: OptionTerms): boolean =>
  steepness(option) <= 0.5 && (option.right === 0 ? option.dividendYield : option.rate) >= 1e-3;

describe('the price of an American option', () => {
  it('is at least the European price, the intrinsic value and 0, at most what it can deliver', () => {
    fc.assert(
      fc.property(anyAmerican, (option) => {
        const price = american(option);
        expect(price).toBeGreaterThanOrEqual(european(option) - rounding(option));
        expect(price).toBeGreaterThanOrEqual(intrinsicOf(option));
        expect(price).toBeGreaterThanOrEqual(0);
        const most = option.right === 0 ? option.underlying : option.strike;
        expect(price).toBeLessThanOrEqual(most * Math.exp(0.01 * option.years));
      }),
      runs,
    );
  });

  it('moves monotonically with underlying, strike, time and volatility, within the error of the tier', () => {
    const anyFactor = fc.double({ min: 1, max: 2, noNaN: true });
    fc.assert(
      fc.property(anyAmerican, anyFactor, (option, factor) => {
        const price = american(option);
        const slack = 1e-4 * factor * Math.max(option.underlying, option.strike);
        const towards = option.right === 0 ? 1 : -1;
        const dearer = american({ ...option, underlying: option.underlying * factor });
        const higher = american({ ...option, strike: option.strike * factor });
        expect(towards * (dearer - price)).toBeGreaterThanOrEqual(-slack);
        expect(towards * (price - higher)).toBeGreaterThanOrEqual(-slack);
        expect(american({ ...option, years: option.years * factor }) - price).toBeGreaterThanOrEqual(-slack);
        expect(
          american({ ...option, volatility: option.volatility * factor }) - price,
        ).toBeGreaterThanOrEqual(-slack);
      }),
      runs,
    );
  });

  it('of a call is that of the put with underlying and strike, rate and yield exchanged', () => {
    fc.assert(
      fc.property(anyAmerican, (option) => {
        const mirrored: OptionTerms = {
          ...option,
          right: option.right === 0 ? 1 : 0,
          underlying: option.strike,
          strike: option.underlying,
          rate: option.dividendYield,
          dividendYield: option.rate,
        };
        expect(Math.abs(american(option) - american(mirrored))).toBeLessThanOrEqual(4 * rounding(option));
      }),
      runs,
    );
  });

  it('grows with the scale of underlying and strike; delta, vega and rho keep to it', () => {
    const anyScale = fc.integer({ min: -20, max: 20 }).map((power) => 2 ** power);
    fc.assert(
      fc.property(anyAmerican, anyScale, (option, scale) => {
        const values = priceAmerican(option);
        fc.pre(values.price > 1e-100 * option.strike);
        const scaled = priceAmerican({
          ...option,
          underlying: option.underlying * scale,
          strike: option.strike * scale,
        });
        expect(scaled.price).toBe(values.price * scale);
        expect(scaled.delta).toBe(values.delta);
        expect(scaled.gamma).toBe(values.gamma / scale);
        expect(scaled.vega).toBe(values.vega * scale);
        expect(scaled.theta).toBe(values.theta * scale);
        expect(scaled.rho).toBe(values.rho * scale);
      }),
      runs,
    );
  });

  it('of the standard tier is within 1e-4 of the precise one, relative where it is above 0.5% of the strike', () => {
    fc.assert(
      fc.property(anyAmerican.filter(isOrdinary), (option) => {
        const precise = american(option, 'precise');
        const allowed = 1e-4 * Math.max(precise, 0.005 * option.strike);
        expect(Math.abs(american(option) - precise)).toBeLessThanOrEqual(allowed);
      }),
      runs,
    );
  });
});

describe('the Greeks of an American option', () => {
  /** Held: far enough above the boundary that a bumped option is held as well. */
  const isHeld = (option: OptionTerms): boolean =>
    american(option) > intrinsicOf(option) + 3e-3 * option.strike && american(option) > 1e-6 * option.strike;

  const anyHeld = anyAmerican.filter((option) => isOrdinary(option) && isHeld(option));

  it('are those of central differences of the price', () => {
    fc.assert(
      fc.property(anyHeld, (option) => {
        const { underlying, strike, years, volatility } = option;
        const { delta, gamma, vega, theta, rho } = priceAmerican(option, 'precise');
        const at = (moved: Partial<OptionTerms>): number => american({ ...option, ...moved }, 'precise');
        const step = 1e-3 * underlying * Math.min(1, volatility * Math.sqrt(years));
        const [up, now, down] = [underlying + step, underlying, underlying - step].map((moved) =>
          at({ underlying: moved }),
        );
        expect(Math.abs((up! - down!) / (2 * step) - delta)).toBeLessThanOrEqual(2e-5);
        const bent = ((up! - 2 * now! + down!) / (step * step) - gamma) * underlying;
        expect(Math.abs(bent)).toBeLessThanOrEqual(1e-3 / Math.min(1, volatility * Math.sqrt(years)));
        const wide = 1e-4 * volatility;
        const volatile =
          (at({ volatility: volatility + wide }) - at({ volatility: volatility - wide })) / (2 * wide);
        expect(Math.abs(volatile - vega)).toBeLessThanOrEqual(2e-4 * strike * Math.sqrt(years));
        const later = 1e-4 * years;
        const decay = (at({ years: years - later }) - at({ years: years + later })) / (2 * later);
        expect(Math.abs(decay - theta)).toBeLessThanOrEqual(
          1e-4 * strike * (0.1 + volatility / Math.sqrt(years)),
        );
        const dear = 1e-5;
        const dearer = (at({ rate: option.rate + dear }) - at({ rate: option.rate - dear })) / (2 * dear);
        expect(Math.abs(dearer - rho)).toBeLessThanOrEqual(2e-4 * strike * years);
      }),
      runs,
    );
  });
});

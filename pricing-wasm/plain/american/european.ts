import { exponential, exponentialLessOne } from '../exponential.js';
import { logarithmOfRatio } from '../logarithm.js';
import { compareTails } from './compare-tails.js';
import type { OptionTerms } from './option-terms.js';

/** Black-Scholes-Merton, operation by operation as `assembly/european/`, so the same bits. */
export interface EuropeanValues {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
  readonly rho: number;
}

const smallestWidth = 9.33263618503218879e-302; // 2^-1000
const perRootTwoPi = 0.3989422804014327;
const largest = 1000;
const lowest = -708;

const least = (a: number, b: number): number => (b < a ? b : a);
const most = (a: number, b: number): number => (a < b ? b : a);

/** The values of an option whose inputs are inside the domain. */
export const europeanValues = (option: OptionTerms): EuropeanValues => {
  const { underlying, strike, years, rate, dividendYield, volatility } = option;
  const call = option.right === 0;
  const rootYears = Math.sqrt(years);
  const width = volatility * rootYears;
  const moneyness = logarithmOfRatio(underlying, strike) + (rate - dividendYield) * years;
  const centre = moneyness / most(smallestWidth, width);
  const underlyingNow = underlying * exponential(dividendYield * -years);
  const strikeNow = strike * exponential(rate * -years);

  const distance = Math.abs(centre);
  const halfWidth = width * 0.5;
  const near = least(Math.abs(distance - halfWidth), largest);
  const far = least(distance + halfWidth, largest);
  const gap = least(least(distance + distance, width), largest);
  const sameSide = distance >= halfWidth;
  const strikeIsNear = centre >= 0;
  const nearNow = strikeIsNear ? strikeNow : underlyingNow;
  const unfloored = near * near * -0.5;
  const logarithm = most(lowest, unfloored);
  const bell = unfloored > lowest ? exponential(logarithm) : 0;
  const between = sameSide ? 0 : nearNow * exponentialLessOne(logarithm);
  const density = nearNow * (bell * perRootTwoPi);
  const tails = compareTails(near, far, gap, sameSide);
  const outsidePrice = density * tails.difference - between;
  const underlyingTail = density * (strikeIsNear ? tails.far : tails.near);
  const strikeTail = density * (strikeIsNear ? tails.near : tails.far);

  const gain = underlyingNow - strikeNow;
  const inTheMoney = (call ? centre : -centre) > 0;
  const price = most(0, outsidePrice + (inTheMoney ? (call ? gain : -gain) : 0));
  const d1 = centre + halfWidth;
  const d2 = centre - halfWidth;
  const asset = (call ? d1 : -d1) < 0 ? underlyingTail : underlyingNow - underlyingTail;
  const cash = (call ? d2 : -d2) < 0 ? strikeTail : strikeNow - strikeTail;
  const perWidth = 1 / most(smallestWidth, width);
  const perUnderlying = 1 / underlying;
  const spread = width > smallestWidth ? density : 0;
  const perCash = asset * perUnderlying;
  const decay = spread * volatility * 0.5 * perWidth * volatility;
  const financing = dividendYield * asset - rate * cash;
  return {
    price,
    delta: (call ? perCash : -perCash) + 0,
    gamma: spread * perUnderlying * perUnderlying * perWidth,
    vega: spread * rootYears,
    theta: (call ? financing : -financing) - decay + 0,
    rho: (call ? years * cash : -(years * cash)) + 0,
  };
};

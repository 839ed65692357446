import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { InputError } from '../../core/pricing/index.js';
import { exponential } from './exponential.js';
import { logarithmOfRatio } from './logarithm.js';
import { cumulativeNormal, normalDensity } from './normal-distribution.js';
import { outOfDomain, type Market } from './market.js';
import { millsRatio } from './mills-ratio.js';

/**
 * The probability that the underlying, now at `market.underlying`, trades at `barrier` at or before the end of
 * `market.years`, watched without pause, if it follows the lognormal diffusion of Black and Scholes with the drift
 * rate - dividendYield. 1 where it is at the barrier already. With b = ln(barrier / underlying), m the drift of the
 * logarithm and s the volatility,
 *   P = N((-|b| + m' T) / (s √T)) + exp(2 m' |b| / s²) N((-|b| - m' T) / (s √T)),  m' = m towards the barrier
 * (reflection principle; Reiner and Rubinstein, Breaking Down the Barriers, 1991). With no volatility or no time it
 * is 1 if the drift alone gets there, else 0.
 *
 * Error: `InputError` names what is not finite, a price that is not above 0, or years or volatility below 0.
 */
export const probabilityOfTouch = (market: Market, barrier: number): Either<InputError, number> => {
  const error = outOfDomain(market, { barrier });
  if (error !== undefined) return left(error);
  const { underlying, years, rate, dividendYield, volatility } = market;
  const signed = logarithmOfRatio(barrier, underlying);
  const distance = Math.abs(signed);
  if (distance === 0) return right(1);
  const towards = signed < 0 ? -1 : 1;
  const carry = (rate - dividendYield) * years * towards;
  const width = volatility * Math.sqrt(years);
  if (width < narrowest) return right(carry >= distance ? 1 : 0);
  const reached = (carry - distance) / width - 0.5 * width * towards;
  const reflected = (carry + distance) / width - 0.5 * width * towards;
  const reflection = ((2 * carry) / width / width - towards) * distance;
  return right(Math.min(1, cumulativeNormal(reached) + reflectedPart(reached, reflected, reflection)));
};

const narrowest = 1e-150;

/** exp(reflection) N(-reflected); while reflected is not below 0 it is phi(reached) R(reflected). */
const reflectedPart = (reached: number, reflected: number, reflection: number): number => {
  if (reflected >= 0) return normalDensity(reached) * millsRatio(Math.min(reflected, 1_000));
  return reflection < -708 ? 0 : exponential(reflection) * cumulativeNormal(-reflected);
};

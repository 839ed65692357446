import { exponential } from './exponential';
import { choose, coefficient } from './lanes';
import { logarithmOfRatio } from './logarithm';
import { millsRatio } from './mills-ratio';
import * as arena from './arena';
import { allFinite, insideDomain, orNaN, statusCodes, zeroIfFinite } from './row-status';

// Black-Scholes-Merton for two options at once; Black-76 is the same with dividendYield = rate, except that
// its rho holds the futures price fixed: -years * price.
//
// With D = exp(-qT), B = exp(-rT), A = S D phi(d1) = K B phi(d2) and the Mills ratio R:
//   S D N(-|d1|) = A R(|d1|),  K B N(-|d2|) = A R(|d2|),
// so one exponential serves both tails, and the other side is S D or K B less the tail.
//
// Limits: where volatility * sqrt(years) is 0 the option is worth its discounted intrinsic value on the
// forward; d1 and d2 are infinite (N is 0 or 1) or, exactly at the money, 0 (N is 1/2); gamma, vega and the
// volatility part of theta are 0.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,                    0.5,                    // 0
  0.39894228040143267794, 0.39894228040143267794, // 1: 1 / sqrt(2 pi)
  40.0,                   40.0,                   // 2: the end of the Mills fit; phi(40) is 0 in doubles
  -708.0,                 -708.0,                 // 3: below it exp is not a normal double; flushed to 0
  9.33263618503218879e-302, 9.33263618503218879e-302, // 4: 2^-1000: at or below it, a width counts as 0
  700.0,                  700.0,                  // 5: the largest |rate * years| that is priced
  1.0,                    1.0,                    // 6
], 16);

/** Sign bit set in the lanes of puts. */
@inline
function signOfRight(right: v128): v128 {
  return i64x2.shl(right, 63);
}

/** S D N(+-d) or K B N(+-d): the tail where the signed d is negative, else the whole less the tail. */
@inline
function weighted(whole: v128, tail: v128, signedD: v128): v128 {
  return choose(f64x2.lt(signedD, f64x2.splat(0)), tail, f64x2.sub(whole, tail));
}

/** exp(-d^2 / 2) / sqrt(2 pi), 0 where it would not be a normal double. */
@inline
function normalDensity(d: v128): v128 {
  const exponent = f64x2.mul(f64x2.mul(d, d), f64x2.neg(coefficient(TABLE, 0)));
  const floor = coefficient(TABLE, 3);
  const density = f64x2.mul(exponential(f64x2.pmax(floor, exponent)), coefficient(TABLE, 1));
  return v128.and(density, f64x2.gt(exponent, floor));
}

/**
 * Prices the two rows whose number columns start at `numbers` and whose byte columns start at `bytes`.
 * `futures` must be a literal: the compiler makes one kernel for each model.
 */
@inline
export function priceEuropeanPair(numbers: usize, bytes: usize, futures: bool): void {
  const underlying = v128.load(numbers, arena.UNDERLYING);
  const strike = v128.load(numbers, arena.STRIKE);
  const years = v128.load(numbers, arena.YEARS);
  const rate = v128.load(numbers, arena.RATE);
  const dividendYield = futures ? rate : v128.load(numbers, arena.DIVIDEND_YIELD);
  const volatility = v128.load(numbers, arena.VOLATILITY);
  const right = i64x2.replace_lane(
    i64x2.splat(<i64>load<u8>(bytes, arena.RIGHT)),
    1,
    <i64>load<u8>(bytes, arena.RIGHT + 1),
  );
  const sign = signOfRight(right);

  // How far the forward is from the strike, in standard deviations.
  const rootYears = f64x2.sqrt(years);
  const width = f64x2.mul(volatility, rootYears);
  const hasWidth = f64x2.gt(width, coefficient(TABLE, 4));
  const perWidth = f64x2.div(coefficient(TABLE, 6), f64x2.pmax(coefficient(TABLE, 4), width));
  const logMoneyness = futures
    ? logarithmOfRatio(underlying, strike)
    : f64x2.add(logarithmOfRatio(underlying, strike), f64x2.mul(f64x2.sub(rate, dividendYield), years));
  const centre = f64x2.div(logMoneyness, f64x2.pmax(coefficient(TABLE, 4), width));
  const halfWidth = f64x2.mul(width, coefficient(TABLE, 0));
  const d1 = f64x2.add(centre, halfWidth);
  const d2 = f64x2.sub(centre, halfWidth);
  const limit = coefficient(TABLE, 2);
  const size1 = f64x2.pmin(f64x2.abs(d1), limit);
  const size2 = f64x2.pmin(f64x2.abs(d2), limit);

  // Present values and the two weighted probabilities.
  const rateYears = f64x2.mul(rate, years);
  const yieldYears = f64x2.mul(dividendYield, years);
  const discount = exponential(f64x2.neg(rateYears));
  const carry = futures ? discount : exponential(f64x2.neg(yieldYears));
  const underlyingNow = f64x2.mul(underlying, carry);
  const strikeNow = f64x2.mul(strike, discount);
  const density = f64x2.mul(underlyingNow, normalDensity(size1));
  const asset = weighted(underlyingNow, f64x2.mul(density, millsRatio(size1)), v128.xor(d1, sign));
  const cash = weighted(strikeNow, f64x2.mul(density, millsRatio(size2)), v128.xor(d2, sign));

  // Values.
  const price = f64x2.pmax(v128.xor(f64x2.sub(asset, cash), sign), f64x2.splat(0));
  const perUnderlying = f64x2.div(coefficient(TABLE, 6), underlying);
  const delta = v128.xor(f64x2.mul(asset, perUnderlying), sign);
  const spread = v128.and(density, hasWidth);
  const gamma = f64x2.mul(f64x2.mul(f64x2.mul(spread, perUnderlying), perUnderlying), perWidth);
  const vega = f64x2.mul(spread, rootYears);
  const decay = f64x2.mul(
    f64x2.mul(f64x2.mul(f64x2.mul(spread, volatility), coefficient(TABLE, 0)), perWidth),
    volatility,
  );
  const financing = futures
    ? f64x2.mul(rate, price)
    : v128.xor(f64x2.sub(f64x2.mul(dividendYield, asset), f64x2.mul(rate, cash)), sign);
  const theta = f64x2.sub(financing, decay);
  const rho = futures ? f64x2.neg(f64x2.mul(years, price)) : v128.xor(f64x2.mul(years, cash), sign);

  // Which rows are priced.
  let inputs = f64x2.add(
    f64x2.add(zeroIfFinite(underlying), zeroIfFinite(strike)),
    f64x2.add(zeroIfFinite(years), zeroIfFinite(rate)),
  );
  inputs = f64x2.add(inputs, zeroIfFinite(volatility));
  if (!futures) inputs = f64x2.add(inputs, zeroIfFinite(dividendYield));
  const inputsFinite = allFinite(inputs);
  const bound = coefficient(TABLE, 5);
  const discountable = v128.and(f64x2.le(f64x2.abs(rateYears), bound), f64x2.le(f64x2.abs(yieldYears), bound));
  const outputs = f64x2.add(
    f64x2.add(f64x2.add(zeroIfFinite(price), zeroIfFinite(delta)), f64x2.add(zeroIfFinite(gamma), zeroIfFinite(vega))),
    f64x2.add(zeroIfFinite(theta), zeroIfFinite(rho)),
  );
  const domain = insideDomain(underlying, strike, years, volatility, right);
  const priced = v128.and(v128.and(inputsFinite, domain), v128.and(discountable, allFinite(outputs)));

  v128.store(numbers, orNaN(priced, price), arena.PRICE);
  v128.store(numbers, orNaN(priced, delta), arena.DELTA);
  v128.store(numbers, orNaN(priced, gamma), arena.GAMMA);
  v128.store(numbers, orNaN(priced, vega), arena.VEGA);
  v128.store(numbers, orNaN(priced, theta), arena.THETA);
  v128.store(numbers, orNaN(priced, rho), arena.RHO);
  const codes = statusCodes(inputsFinite, priced);
  v128.store8_lane(bytes, codes, 0, arena.STATUS);
  v128.store8_lane(bytes, codes, 8, arena.STATUS + 1);
}

import { error, exactProduct, exactSum } from '../double-double';
import { coefficient } from '../lanes';
import { logarithmError, preciseLogarithmOfRatio } from '../logarithm';

// near^2 / 2 with more digits than a double has: it is the logarithm of the density, and deep in the tail a unit of
// its last place is hundreds of units of the density.
//   near^2 / 2 = (|m| - V / 2)^2 / (2 V),  V = volatility^2 years,  m = ln(forward / strike)
// with m and V held as two doubles each.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,                      0.5,                      // 0
  9.33263618503218879e-302, 9.33263618503218879e-302, // 1: 2^-1000, so that no division is by 0
  -0.0,                     -0.0,                     // 2: the sign bit
], 16);

// ln(forward / strike) of the rows at hand, as two doubles.
export let moneyness: v128 = i64x2.splat(0);
let moneynessError: v128 = i64x2.splat(0);

/** Sets `moneyness`; nothing is carried where the underlying is a futures price. */
@inline
export function findPreciseMoneyness(
  underlying: v128,
  strike: v128,
  years: v128,
  rate: v128,
  dividendYield: v128,
  futures: bool,
): void {
  moneyness = preciseLogarithmOfRatio(underlying, strike);
  moneynessError = logarithmError;
  if (futures) return;
  const growth = exactSum(rate, f64x2.neg(dividendYield));
  const growthError = error;
  const carry = exactProduct(growth, years);
  const carryError = f64x2.add(error, f64x2.mul(growthError, years));
  const sum = exactSum(moneyness, carry);
  const rest = f64x2.add(error, f64x2.add(moneynessError, carryError));
  moneyness = f64x2.add(sum, rest);
  moneynessError = f64x2.add(f64x2.sub(sum, moneyness), rest);
}

/** near^2 / 2 for the moneyness found; sets `error` to what rounding lost. */
@inline
export function findExponent(volatility: v128, years: v128): v128 {
  const half = coefficient(TABLE, 0);
  const square = exactProduct(volatility, volatility);
  const squareError = error;
  const variance = exactProduct(square, years);
  const varianceError = f64x2.add(error, f64x2.mul(squareError, years));
  const sign = v128.and(moneyness, coefficient(TABLE, 2));
  const distance = exactSum(v128.xor(moneyness, sign), f64x2.neg(f64x2.mul(variance, half)));
  const rest = f64x2.sub(v128.xor(moneynessError, sign), f64x2.mul(varianceError, half));
  const distanceError = f64x2.add(error, rest);
  const numerator = exactProduct(distance, distance);
  const numeratorError = f64x2.add(error, f64x2.mul(f64x2.add(distance, distance), distanceError));
  const denominator = f64x2.pmax(coefficient(TABLE, 1), f64x2.add(variance, variance));
  const denominatorError = f64x2.add(varianceError, varianceError);
  const quotient = f64x2.div(numerator, denominator);
  const product = exactProduct(quotient, denominator);
  const remainder = f64x2.add(f64x2.sub(f64x2.sub(numerator, product), error), numeratorError);
  error = f64x2.div(f64x2.sub(remainder, f64x2.mul(quotient, denominatorError)), denominator);
  return quotient;
}

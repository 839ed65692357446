import * as arena from './arena';
import { choose, coefficient } from './lanes';
import { smallestWidth } from './moneyness';
import { allFinite, discountable, insideDomain, orNaN, statusCodes, zeroIfFinite } from './row-status';

// Last stage: price, first-order Greeks and status from what the earlier stages left.
//
// Limits: where volatility sqrt(years) is zero, the price is the discounted intrinsic value on the forward; N
// is 0 or 1 and, exactly at the money, 1/2; gamma, vega and the volatility part of theta are 0.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5, 0.5, // 0
  1.0, 1.0, // 1
], 16);

/** A present value times N(+-d): its tail where the signed d is negative, else the whole less the tail. */
@inline
function weighted(whole: v128, tail: v128, signedD: v128): v128 {
  return choose(f64x2.lt(signedD, f64x2.splat(0)), tail, f64x2.sub(whole, tail));
}

/** Both rights, 0 or 1, one in each 64-bit lane. */
@inline
function loadRights(bytes: usize): v128 {
  const first = i64x2.splat(<i64>load<u8>(bytes, arena.RIGHT));
  return i64x2.replace_lane(first, 1, <i64>load<u8>(bytes, arena.RIGHT + 1));
}

/** Mask of the rows whose inputs are finite; the dividend yield of a futures option is not read. */
@inline
function inputsFinite(numbers: usize, futures: bool): v128 {
  let zeros = f64x2.add(
    zeroIfFinite(v128.load(numbers, arena.UNDERLYING)),
    zeroIfFinite(v128.load(numbers, arena.STRIKE)),
  );
  zeros = f64x2.add(zeros, zeroIfFinite(v128.load(numbers, arena.YEARS)));
  zeros = f64x2.add(zeros, zeroIfFinite(v128.load(numbers, arena.RATE)));
  zeros = f64x2.add(zeros, zeroIfFinite(v128.load(numbers, arena.VOLATILITY)));
  if (!futures) zeros = f64x2.add(zeros, zeroIfFinite(v128.load(numbers, arena.DIVIDEND_YIELD)));
  return allFinite(zeros);
}

/** Writes the six values and the status of the two rows at `numbers` and `bytes`. */
@inline
export function writeValues(numbers: usize, bytes: usize, block: usize, futures: bool): void {
  const underlying = v128.load(numbers, arena.UNDERLYING);
  const strike = v128.load(numbers, arena.STRIKE);
  const years = v128.load(numbers, arena.YEARS);
  const rate = v128.load(numbers, arena.RATE);
  const dividendYield = futures ? rate : v128.load(numbers, arena.DIVIDEND_YIELD);
  const volatility = v128.load(numbers, arena.VOLATILITY);
  const right = loadRights(bytes);
  const sign = i64x2.shl(right, 63);
  const centre = v128.load(block, arena.CENTRE);
  const width = v128.load(block, arena.WIDTH);
  const underlyingNow = v128.load(block, arena.UNDERLYING_NOW);
  const strikeNow = v128.load(block, arena.STRIKE_NOW);
  const density = v128.load(block, arena.DENSITY);
  const half = coefficient(TABLE, 0);
  const one = coefficient(TABLE, 1);

  // Present value times N(d1), N(d2) of a call, N(-d1), N(-d2) of a put.
  const halfWidth = f64x2.mul(width, half);
  const d1 = v128.xor(f64x2.add(centre, halfWidth), sign);
  const d2 = v128.xor(f64x2.sub(centre, halfWidth), sign);
  const asset = weighted(underlyingNow, v128.load(block, arena.UNDERLYING_TAIL), d1);
  const cash = weighted(strikeNow, v128.load(block, arena.STRIKE_TAIL), d2);

  // In the money the price is the out-of-the-money price plus the forward's gain (put-call parity).
  const gain = futures
    ? f64x2.mul(v128.load(block, arena.DISCOUNT), f64x2.sub(underlying, strike))
    : f64x2.sub(underlyingNow, strikeNow);
  const inTheMoney = f64x2.gt(v128.xor(centre, sign), f64x2.splat(0));
  const parity = v128.and(v128.xor(gain, sign), inTheMoney);
  const price = f64x2.pmax(f64x2.add(v128.load(block, arena.OUTSIDE_PRICE), parity), f64x2.splat(0));

  const smallest = smallestWidth();
  const perWidth = f64x2.div(one, f64x2.pmax(smallest, width));
  const perUnderlying = f64x2.div(one, underlying);
  const spread = v128.and(density, f64x2.gt(width, smallest));
  const delta = v128.xor(f64x2.mul(asset, perUnderlying), sign);
  const gamma = f64x2.mul(f64x2.mul(f64x2.mul(spread, perUnderlying), perUnderlying), perWidth);
  const vega = f64x2.mul(spread, f64x2.sqrt(years));
  const decay = f64x2.mul(f64x2.mul(f64x2.mul(f64x2.mul(spread, volatility), half), perWidth), volatility);
  const financing = futures
    ? f64x2.mul(rate, price)
    : v128.xor(f64x2.sub(f64x2.mul(dividendYield, asset), f64x2.mul(rate, cash)), sign);
  const theta = f64x2.sub(financing, decay);
  const rho = futures ? f64x2.neg(f64x2.mul(years, price)) : v128.xor(f64x2.mul(years, cash), sign);

  const finite = inputsFinite(numbers, futures);
  const values = f64x2.add(
    f64x2.add(f64x2.add(price, delta), f64x2.add(gamma, vega)),
    f64x2.add(theta, rho),
  );
  const domain = v128.and(
    insideDomain(underlying, strike, years, volatility, right),
    discountable(years, rate, dividendYield),
  );
  const priced = v128.and(v128.and(finite, domain), allFinite(zeroIfFinite(values)));
  v128.store(numbers, orNaN(priced, price), arena.PRICE);
  v128.store(numbers, orNaN(priced, delta), arena.DELTA);
  v128.store(numbers, orNaN(priced, gamma), arena.GAMMA);
  v128.store(numbers, orNaN(priced, vega), arena.VEGA);
  v128.store(numbers, orNaN(priced, theta), arena.THETA);
  v128.store(numbers, orNaN(priced, rho), arena.RHO);
  const codes = statusCodes(finite, priced);
  v128.store8_lane(bytes, codes, 0, arena.STATUS);
  v128.store8_lane(bytes, codes, 8, arena.STATUS + 1);
}

import {
  DELTA,
  DIVIDEND_YIELD,
  GAMMA,
  PAIR_BYTES,
  PRICE,
  RATE,
  RHO,
  THETA,
  UNDERLYING,
  VEGA,
  VOLATILITY,
  YEARS,
} from '../arena';
import { coefficient } from '../lanes';
import {
  CENTRE,
  DENSITY,
  FAR,
  NEAR,
  ROOT,
  SIGN,
  STRIKE_NOW,
  UNDERLYING_NOW,
  WIDTH,
  addToSum,
} from './block';
import { isStrikeNear } from './tails';

// delta = N(d1) exp(-q T), gamma = density / (S^2 width), vega = density sqrt(T),
// theta = q asset - r cash - density volatility / (2 sqrt(T)), rho = T cash, where asset and cash are the present
// values times N(d1), N(d2) of a call, N(-d1), N(-d2) of a put.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5, 0.5,   // 0
  -0.0, -0.0, // 1: the sign bit
  1.0, 1.0,   // 2
], 16);

/** A present value times N(d), or N(-d) of a put: its tail, or the whole less the tail where that is above 1/2. */
@inline
function weighted(whole: v128, tail: v128, d: v128, sign: v128): v128 {
  const above = f64x2.ge(v128.xor(d, sign), f64x2.splat(0));
  const turned = v128.xor(tail, v128.and(above, coefficient(TABLE, 1)));
  return f64x2.add(v128.and(whole, above), turned);
}

/** Writes the five columns DELTA .. RHO of `length` bytes of rows. */
@inline
export function writeFirstOrder(
  numbers: usize,
  stride: usize,
  block: usize,
  length: usize,
  futures: bool,
): void {
  const zero = f64x2.splat(0);
  const underlyings = numbers + UNDERLYING * stride;
  const times = numbers + YEARS * stride;
  const rates = numbers + RATE * stride;
  const yields = numbers + DIVIDEND_YIELD * stride;
  const volatilities = numbers + VOLATILITY * stride;
  const prices = numbers + PRICE * stride;
  const deltas = numbers + DELTA * stride;
  const gammas = numbers + GAMMA * stride;
  const vegas = numbers + VEGA * stride;
  const thetas = numbers + THETA * stride;
  const rhos = numbers + RHO * stride;
  let sum = zero;
  for (let at: usize = 0; at < length; at += PAIR_BYTES) {
    const sign = v128.load(block + at, SIGN);
    const underlying = v128.load(underlyings + at);
    const years = v128.load(times + at);
    const rate = v128.load(rates + at);
    const root = v128.load(block + at, ROOT);
    const density = v128.load(block + at, DENSITY);
    const centre = v128.load(block + at, CENTRE);
    const width = v128.load(block + at, WIDTH);
    const halfWidth = f64x2.mul(width, coefficient(TABLE, 0));
    const near = v128.load(block + at, NEAR);
    const far = v128.load(block + at, FAR);
    const exchanged = v128.and(v128.xor(near, far), isStrikeNear(centre));
    const d1 = f64x2.add(centre, halfWidth);
    const asset = weighted(v128.load(block + at, UNDERLYING_NOW), v128.xor(near, exchanged), d1, sign);

    const perUnderlying = f64x2.div(coefficient(TABLE, 2), underlying);
    const delta = f64x2.add(v128.xor(f64x2.mul(asset, perUnderlying), sign), zero);
    const gamma = f64x2.div(f64x2.mul(density, perUnderlying), f64x2.mul(underlying, width));
    const vega = f64x2.mul(density, root);
    const perRoot = f64x2.div(f64x2.mul(v128.load(volatilities + at), coefficient(TABLE, 0)), root);
    const decay = f64x2.mul(density, perRoot);
    let theta: v128, rho: v128;
    if (futures) {
      const price = v128.load(prices + at);
      theta = f64x2.sub(f64x2.mul(rate, price), decay);
      rho = f64x2.sub(zero, f64x2.mul(years, price));
    } else {
      const d2 = f64x2.sub(centre, halfWidth);
      const cash = weighted(v128.load(block + at, STRIKE_NOW), v128.xor(far, exchanged), d2, sign);
      const financing = f64x2.sub(f64x2.mul(v128.load(yields + at), asset), f64x2.mul(rate, cash));
      theta = f64x2.add(f64x2.sub(v128.xor(financing, sign), decay), zero);
      rho = f64x2.add(v128.xor(f64x2.mul(years, cash), sign), zero);
    }
    v128.store(deltas + at, delta);
    v128.store(gammas + at, gamma);
    v128.store(vegas + at, vega);
    v128.store(thetas + at, theta);
    v128.store(rhos + at, rho);
    sum = f64x2.add(sum, f64x2.add(f64x2.add(delta, gamma), f64x2.add(f64x2.add(vega, theta), rho)));
  }
  addToSum(block, sum);
}

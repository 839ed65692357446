import { DELTA, DIVIDEND_YIELD, GAMMA, PRICE, RATE, RHO, THETA, UNDERLYING, VEGA, VOLATILITY } from '../arena';
import { choose, coefficient } from '../lanes';
import { held, isFinite, now, onTheWay } from './exercise';
import { strike, years } from './mirrored-put';
import { storeWhere } from './row';
import {
  DRIFT_CASH,
  DRIFT_FIRST,
  DRIFT_SECOND,
  DRIFT_TIME,
  DRIFT_VALUE,
  FIRST,
  SECOND,
  VALUE,
  find,
} from './scratch';
import { premiumRho, premiumVega } from './sensitivity';

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  1.0, 1.0, // 0
  0.5, 0.5, // 1
], 16);

/** Delta of K p(S / K) by S for the put, by K for the call that it mirrors. */
@inline
function spotDelta(value: v128, slope: v128, call: v128, perUnderlying: v128): v128 {
  return choose(call, f64x2.sub(value, slope), f64x2.mul(f64x2.mul(slope, perUnderlying), strike));
}

@inline
function spotGamma(curvature: v128, perUnderlying: v128): v128 {
  return f64x2.mul(f64x2.mul(f64x2.mul(curvature, strike), perUnderlying), perUnderlying);
}

/** The Black-Scholes-Merton equation solved for theta, as held everywhere above the boundary. */
@inline
function thetaOf(numbers: usize, stride: usize, delta: v128, gamma: v128): v128 {
  const underlying = v128.load(numbers + UNDERLYING * stride);
  const rate = v128.load(numbers + RATE * stride);
  const volatility = v128.load(numbers + VOLATILITY * stride);
  const drift = f64x2.mul(f64x2.sub(rate, v128.load(numbers + DIVIDEND_YIELD * stride)), underlying);
  const carry = f64x2.sub(f64x2.mul(rate, v128.load(numbers + PRICE * stride)), f64x2.mul(drift, delta));
  const variance = f64x2.mul(f64x2.mul(volatility, coefficient(TABLE, 1)), volatility);
  return f64x2.sub(carry, f64x2.mul(f64x2.mul(variance, f64x2.mul(underlying, gamma)), underlying));
}

/** What the three ways other than the European make of a value; nothing is felt of most after exercise. */
@inline
function settle(european: v128, whenHeld: v128, whenOnTheWay: v128, whenNow: v128): v128 {
  return choose(now, whenNow, choose(onTheWay, whenOnTheWay, choose(held, whenHeld, european)));
}

/** Writes the Greeks in the lanes of `below`, vega and rho when `all`; returns where they are finite. */
@inline
export function writeGreeks(
  numbers: usize,
  stride: usize,
  call: v128,
  below: v128,
  all: bool,
  futures: bool,
): v128 {
  const zero = f64x2.splat(0);
  const one = coefficient(TABLE, 0);
  const perUnderlying = f64x2.div(one, v128.load(numbers + UNDERLYING * stride));
  const europeanDelta = v128.load(numbers + DELTA * stride);
  const europeanGamma = v128.load(numbers + GAMMA * stride);
  const heldDelta = f64x2.add(europeanDelta, spotDelta(find(VALUE), find(FIRST), call, perUnderlying));
  const heldGamma = f64x2.add(europeanGamma, spotGamma(find(SECOND), perUnderlying));
  const driftDelta = spotDelta(find(DRIFT_VALUE), find(DRIFT_FIRST), call, perUnderlying);
  const driftGamma = spotGamma(find(DRIFT_SECOND), perUnderlying);
  const heldTheta = thetaOf(numbers, stride, heldDelta, heldGamma);
  const delta = settle(europeanDelta, heldDelta, driftDelta, choose(call, one, f64x2.neg(one)));
  const gamma = settle(europeanGamma, heldGamma, driftGamma, zero);
  const theta = settle(v128.load(numbers + THETA * stride), heldTheta, zero, zero);
  storeWhere(below, numbers + DELTA * stride, delta);
  storeWhere(below, numbers + GAMMA * stride, gamma);
  storeWhere(below, numbers + THETA * stride, theta);
  const finite = v128.and(v128.and(isFinite(delta), isFinite(gamma)), isFinite(theta));
  return all ? v128.and(finite, writeVegaAndRho(numbers, stride, call, below, futures)) : finite;
}

function writeVegaAndRho(numbers: usize, stride: usize, call: v128, below: v128, futures: bool): v128 {
  const zero = f64x2.splat(0);
  const europeanVega = v128.load(numbers + VEGA * stride);
  const europeanRho = v128.load(numbers + RHO * stride);
  const waiting = f64x2.mul(f64x2.mul(find(DRIFT_TIME), years), strike);
  const driftRho = choose(
    call,
    f64x2.mul(waiting, f64x2.neg(find(DRIFT_FIRST))),
    f64x2.neg(f64x2.mul(waiting, find(DRIFT_CASH))),
  );
  let heldVega = europeanVega;
  let heldRho = europeanRho;
  if (v128.any_true(v128.and(held, below))) {
    const everywhere = i64x2.splat(-1);
    const vega = premiumVega(v128.load(numbers + VOLATILITY * stride));
    const rho = premiumRho(futures ? everywhere : v128.not(call), futures ? everywhere : call);
    heldVega = f64x2.add(europeanVega, f64x2.mul(strike, vega));
    heldRho = f64x2.add(europeanRho, f64x2.mul(strike, rho));
  }
  const vega = settle(europeanVega, heldVega, zero, zero);
  const rho = settle(europeanRho, heldRho, driftRho, zero);
  storeWhere(below, numbers + VEGA * stride, vega);
  storeWhere(below, numbers + RHO * stride, rho);
  return v128.and(isFinite(vega), isFinite(rho));
}

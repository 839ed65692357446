import { powerOfTwo } from '../power-of-two.js';
import type { Leg } from './leg.js';

const farthest = 37; // farther than any density is felt

/**
 * Quantity times price of a leg with its underlying at a multiple, whose logarithm is `shock`. The same operations in
 * the same order as `assembly/scenario/points.ts` and `cells.ts`, which say what they are, so the same bits.
 */
export const legValue = (leg: Leg, multiplier: number, shock: number): number => {
  const centre = Math.abs((leg.moneyness + shock) * leg.perWidth);
  const distance = centre < farthest ? centre : farthest;
  const near = distance - leg.halfWidth;
  const far = distance + leg.halfWidth;
  const x = Math.abs(near);
  let qNear = 0.0008948276524342552 * x;
  qNear = (qNear + 0.014786074957332002) * x;
  qNear = (qNear + 0.10984446532970057) * x;
  qNear = (qNear + 0.46378420224366795) * x;
  qNear = (qNear + 1.1637713110633356) * x;
  qNear = (qNear + 1.635113404205514) * x;
  qNear += 1;
  let qFar = 0.0008948276524342552 * far;
  qFar = (qFar + 0.014786074957332002) * far;
  qFar = (qFar + 0.10984446532970057) * far;
  qFar = (qFar + 0.46378420224366795) * far;
  qFar = (qFar + 1.1637713110633356) * far;
  qFar = (qFar + 1.635113404205514) * far;
  qFar += 1;
  let pNear = 6.977474453267828e-9 * x;
  pNear = (pNear + 0.00035673087435582655) * x;
  pNear = (pNear + 0.005903309256319009) * x;
  pNear = (pNear + 0.04341211141395355) * x;
  pNear = (pNear + 0.17956978533723272) * x;
  pNear = (pNear + 0.41861442170149216) * x;
  pNear += 0.4999999999999992;
  let pFar = 6.977474453267828e-9 * far;
  pFar = (pFar + 0.00035673087435582655) * far;
  pFar = (pFar + 0.005903309256319009) * far;
  pFar = (pFar + 0.04341211141395355) * far;
  pFar = (pFar + 0.17956978533723272) * far;
  pFar = (pFar + 0.41861442170149216) * far;
  pFar += 0.4999999999999992;
  const apart = (near < 0 ? -pNear : pNear) * qFar - pFar * qNear;
  const tails = bell(near) * (apart / (qNear * qFar));
  const underlying = leg.underlyingNow * multiplier;
  const strike = leg.strikeNow;
  const lower = strike < underlying ? strike : underlying;
  const outside = lower * ((near < 0 ? 1 : 0) + tails);
  const gain = leg.isCall ? underlying - strike : -(underlying - strike);
  return (outside + (gain > 0 ? gain : 0)) * leg.quantity;
};

const roundingMagic = 6755399441055744; // 1.5 * 2^52: what is added to it is rounded to an integer

/** exp(-near^2 / 2). */
const bell = (near: number): number => {
  const logarithm = near * near * -0.7213475204444817; // binary
  const n = logarithm + roundingMagic - roundingMagic;
  const f = logarithm - n;
  const square = f * f;
  let odd = 7.111757810496622e-9 * square;
  odd = (odd + 1.321523564006805e-6) * square;
  odd = (odd + 0.00015403530800807628) * square;
  odd = (odd + 0.009618129107380722) * square;
  odd += 0.24022650695910472;
  let even = 1.0210506320316116e-7 * square;
  even = (even + 1.5252647748458753e-5) * square;
  even = (even + 0.001333355824647934) * square;
  even = (even + 0.055504108664346595) * square;
  even += 0.6931471805599516;
  return (f * (odd * f + even) + 1) * powerOfTwo(n);
};

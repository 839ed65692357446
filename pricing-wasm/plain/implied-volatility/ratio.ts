import type { QuoteRow } from './quote-row.js';

/**
 * Leaves R(near) - R(far), or R(-near) + R(far) of a high row, as a numerator and a denominator, R being the Mills
 * ratio about -3/4. The fit and the sums are those of `assembly/implied-volatility/ratios.ts`, so the same bits.
 */
export const findRatio = (row: QuoteRow): void => {
  const centre = row.moneyness / row.width;
  const halfWidth = row.width * 0.5;
  const signed = centre - halfWidth;
  const near = (row.isHigh ? -signed : signed) + 0.75;
  const far = centre + halfWidth + 0.75;
  row.centre = centre;
  let q = q11;
  let qSlope = q;
  q = q * near + q10;
  qSlope = qSlope * far + q;
  q = q * near + q9;
  qSlope = qSlope * far + q;
  q = q * near + q8;
  qSlope = qSlope * far + q;
  q = q * near + q7;
  qSlope = qSlope * far + q;
  q = q * near + q6;
  qSlope = qSlope * far + q;
  q = q * near + q5;
  qSlope = qSlope * far + q;
  q = q * near + q4;
  qSlope = qSlope * far + q;
  q = q * near + q3;
  qSlope = qSlope * far + q;
  q = q * near + q2;
  qSlope = qSlope * far + q;
  q = q * near + q1;
  let p = p10;
  let pSlope = p;
  p = p * near + p9;
  pSlope = pSlope * far + p;
  p = p * near + p8;
  pSlope = pSlope * far + p;
  p = p * near + p7;
  pSlope = pSlope * far + p;
  p = p * near + p6;
  pSlope = pSlope * far + p;
  p = p * near + p5;
  pSlope = pSlope * far + p;
  p = p * near + p4;
  pSlope = pSlope * far + p;
  p = p * near + p3;
  pSlope = pSlope * far + p;
  p = p * near + p2;
  pSlope = pSlope * far + p;
  p = p * near + p1;
  compare(row, near, far, p, pSlope, q, qSlope);
};

/** From p, q at near and their divided differences between near and far. */
const compare = (
  row: QuoteRow,
  near: number,
  far: number,
  p: number,
  pSlope: number,
  q: number,
  qSlope: number,
): void => {
  const gap = far - near;
  const pNear = p * near + p0;
  const qNear = q * near + 1;
  const qFar = (qSlope * gap + q) * far + 1;
  if (row.isHigh) {
    const pFar = (pSlope * gap + p) * far + p0;
    row.numerator = pNear * qFar + pFar * qNear;
  } else {
    const pDifference = pSlope * far + p;
    const qDifference = qSlope * far + q;
    row.numerator = row.width * (pNear * qDifference - pDifference * qNear);
  }
  row.denominator = qNear * qFar;
};

const p0 = 2.5681717549665747;
const p1 = 4.0733083751691949;
const p2 = 3.3687393381624304;
const p3 = 1.843104074903868;
const p4 = 0.72595160331143529;
const p5 = 0.21315997264754914;
const p6 = 0.047088002504253711;
const p7 = 0.0077333909699465541;
const p8 = 0.00090829092223455307;
const p9 = 6.963724727845892e-5;
const p10 = 2.7051581072634073e-6;
const q1 = 2.7254552495790001;
const q2 = 3.4897931886314206;
const q3 = 2.778262305332704;
const q4 = 1.5326247512401633;
const q5 = 0.61738957829774302;
const q6 = 0.18614744743210459;
const q7 = 0.042244589387691633;
const q8 = 0.0071238388956903014;
const q9 = 0.00085876814486356708;
const q10 = 6.7608378698151109e-5;
const q11 = 2.7051581072629702e-6;

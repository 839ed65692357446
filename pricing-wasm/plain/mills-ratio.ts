/**
 * The Mills ratio R(x) = N(-x) / phi(x) of the standard normal distribution for x >= 0, P of degree 9 over Q of
 * degree 10 with positive coefficients, relative error 9.5e-17 on [0, 40]; the same operations in the same order
 * as `assembly/mills-ratio.ts`, so the same bits.
 */
export const millsRatio = (x: number): number => {
  let p = p9;
  p = p * x + p8;
  p = p * x + p7;
  p = p * x + p6;
  p = p * x + p5;
  p = p * x + p4;
  p = p * x + p3;
  p = p * x + p2;
  p = p * x + p1;
  p = p * x + p0;
  let q = q10;
  q = q * x + q9;
  q = q * x + q8;
  q = q * x + q7;
  q = q * x + q6;
  q = q * x + q5;
  q = q * x + q4;
  q = q * x + q3;
  q = q * x + q2;
  q = q * x + q1;
  q = q * x + 1;
  return p / q;
};

/** Two points 0 <= near <= far with `gap` = far - near without rounding error, and what `compareRatios` finds. */
export interface TwoPoints {
  near: number;
  far: number;
  gap: number;
  nearRatio: number; // R(near)
  farRatio: number;
  fall: number; // R(near) - R(far), to full relative accuracy
  fallenTogether: number; // 2 R(0) - R(near) - R(far)
}

/**
 * Writes the ratios of two points; the sums are those of `fallBetween` in the kernel. It is one long function that
 * reads and writes a record because engines allocate the doubles that
 * functions pass and return, where they do not inline them.
 */
export const compareRatios = (points: TwoPoints): void => {
  const { near, far, gap } = points;
  let q = q10;
  let qSlope = q;
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
  let p = p9;
  let pSlope = p;
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
  // p, q at near and their divided differences between near and far.
  const pFar = pSlope * gap + p;
  const qFar = qSlope * gap + q;
  const numerator = p * near + p0;
  const denominator = q * near + 1;
  const denominatorFar = qFar * far + 1;
  points.nearRatio = numerator / denominator;
  points.farRatio = (pFar * far + p0) / denominatorFar;
  points.fallenTogether = (near * (p0 * q - p)) / denominator + (far * (p0 * qFar - pFar)) / denominatorFar;
  const pDifference = pSlope * far + p;
  const qDifference = qSlope * far + q;
  const apart = numerator * qDifference - pDifference * denominator;
  points.fall = (gap * apart) / (denominator * denominatorFar);
};

const p0 = 1.2533141373155001;
const p1 = 1.9465576298640739;
const p2 = 1.495130620744631;
const p3 = 0.72954882116895;
const p4 = 0.24680591661471118;
const p5 = 0.05978940563837088;
const p6 = 0.010371227498271933;
const p7 = 0.0012464787276564907;
const p8 = 9.490976487703701e-5;
const p9 = 3.539374381695656e-6;
const q1 = 2.3510128403844215;
const q2 = 2.5687784862680085;
const q3 = 1.7221395351506155;
const q4 = 0.7868808831123079;
const q5 = 0.2569873142590225;
const q6 = 0.0610288059825763;
const q7 = 0.010466137253814498;
const q8 = 0.0012500181021993545;
const q9 = 9.490976487536711e-5;
const q10 = 3.5393743817034457e-6;

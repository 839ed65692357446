/** R(near), R(far) and their comparison; see `compareTails` of `assembly/mills-ratio.ts`: the same operations. */
interface Tails {
  readonly near: number;
  readonly far: number;
  readonly difference: number;
}

const p = [
  1.2533141373155001, 1.9465576298640739, 1.495130620744631, 0.72954882116895, 0.24680591661471118,
  0.05978940563837088, 0.010371227498271933, 0.0012464787276564907, 9.490976487703701e-5,
  3.539374381695656e-6,
] as const;
const q = [
  1, 2.3510128403844215, 2.5687784862680085, 1.7221395351506155, 0.7868808831123079, 0.2569873142590225,
  0.0610288059825763, 0.010466137253814498, 0.0012500181021993545, 9.490976487536711e-5,
  3.5393743817034457e-6,
] as const;

/** R(near) - R(far) when on the same side of 0, else 2 R(0) - R(near) - R(far). */
export const compareTails = (near: number, far: number, gap: number, sameSide: boolean): Tails => {
  const [pNear, pSlope] = divided(p, near, far);
  const [qNear, qSlope] = divided(q, near, far);
  const pFar = pSlope * gap + pNear;
  const qFar = qSlope * gap + qNear;
  const numeratorNear = pNear * near + p[0];
  const denominatorNear = qNear * near + q[0];
  const denominatorFar = qFar * far + q[0];
  const perBoth = 1 / (denominatorNear * denominatorFar);
  const perNear = perBoth * denominatorFar;
  const perFar = perBoth * denominatorNear;
  const pDifference = pSlope * far + pNear;
  const qDifference = qSlope * far + qNear;
  const apart = gap * (numeratorNear * qDifference - pDifference * denominatorNear) * perBoth;
  const toNear = near * ((p[0] * qNear - pNear) * perNear);
  const toFar = far * ((p[0] * qFar - pFar) * perFar);
  return {
    near: numeratorNear * perNear,
    far: (pFar * far + p[0]) * perFar,
    difference: sameSide ? apart : toNear + toFar,
  };
};

/** (P(x) - P(0)) / x at `near` and its divided difference between `near` and `far`. */
const divided = (
  coefficients: ReadonlyArray<number>,
  near: number,
  far: number,
): readonly [value: number, slope: number] => {
  let value = coefficients[coefficients.length - 1] ?? 0;
  let slope = value;
  for (let power = coefficients.length - 2; power >= 1; power -= 1) {
    if (power < coefficients.length - 2) slope = slope * far + value;
    value = value * near + (coefficients[power] ?? 0);
  }
  return [value, slope];
};

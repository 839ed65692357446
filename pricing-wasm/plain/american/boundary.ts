import type { UnitPut } from './unit-put.js';

/** The early-exercise boundary B(t), t the time left, of a put struck at 1, as the integrals need it. */
export interface Boundary {
  /** ln B(0+). */
  readonly nearExpiry: number;
  /** ln(B(0+) / B(infinity)): no boundary is deeper. */
  readonly greatestDepth: number;
  /** 1 / width. */
  readonly perWidth: number;
  /** With y = ln(S / B) / width, d+ after an elapsed time of root c is y / c + slope c. */
  readonly slope: number;
  /** The share of smooth pasting in the boundary's equation; value matching has the rest. */
  readonly smoothShare: number;
  /** (ln(B(0+) / B(t)) / width)^2 at the collocation times; the next search overwrites it. */
  readonly squares: Float64Array;
}

/** ln(z / boundary now) / width; at or below 0 the put is exercised and there is no premium. */
export const distanceToBoundary = (put: UnitPut, { nearExpiry, perWidth, squares }: Boundary): number =>
  (put.moneyness - nearExpiry) * perWidth + Math.sqrt(squares[0] ?? NaN);

import { known, missing, type Reading } from '../rule/index.js';
import type { Cents } from '../units/index.js';

/**
 * How far equity stands below a reference, as a share of the reference; negative above it. The quotient of
 * two whole numbers of cents, so that a fall of exactly 3% equals the limit 0.03.
 */
export const equityFall = (reference: Cents, equity: Cents): Reading<number> =>
  reference > 0
    ? known((reference - equity) / reference)
    : missing('equity to compare with', 'non-finite', `${reference} cents is no base for a share`);

/** Inclusive: true at the share itself. False when the reference is not above zero. */
export const hasFallenBy = (reference: Cents, equity: Cents, share: number): boolean =>
  reference > 0 && (reference - equity) / reference >= share;

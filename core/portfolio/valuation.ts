import { instruments, type Root } from '../market/index.js';
import { cents, subtract, type Cents } from '../units/index.js';
import type { Position } from './position.js';

/** What `points` per unit are worth for `quantity` units of a structure on `root`, to the cent. */
export const cashOf = (root: Root, points: number, quantity: number): Cents =>
  cents(roundedPoints(points * quantity) * instruments[root].multiplier * 100);

/**
 * Profit of closing a position at `cost` points per unit, before fees: what was received less what is paid,
 * each rounded to the cent as the money moved, so that profit and cash always agree.
 */
export const profitAt = ({ root, credit, quantity }: Position, cost: number): Cents =>
  subtract(cashOf(root, credit, quantity), cashOf(root, cost, quantity));

/** A price difference without the noise of binary fractions: a millionth of a point is below every tick. */
const roundedPoints = (points: number): number => Math.round(points * 1_000_000) / 1_000_000;

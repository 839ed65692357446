import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { Limits } from '../rule-set/index.js';
import { requireAboveZero, type SizingError } from './sizing-error.js';

type VixLimits = Pick<
  Limits,
  | 'vix.normal'
  | 'vix.panic'
  | 'size.complacent'
  | 'size.taperFrom'
  | 'size.taperTo'
  | 'size.taperEnd'
  | 'size.high'
>;

/**
 * What the level of VIX does to size (R§4.4): less when complacent, all of it when normal, falling linearly
 * from `size.taperFrom` to `size.taperTo`, little above, nothing from `vix.panic`. Every band holds its lower
 * bound.
 */
export const vixSizeMultiplier = (vix: number, limits: VixLimits): Either<SizingError, number> => {
  const error = requireAboveZero('vix', vix)[0];
  return error === undefined ? right(multiplierAt(vix, limits)) : left(error);
};

const multiplierAt = (vix: number, limits: VixLimits): number => {
  const from = limits['size.taperFrom'];
  const to = limits['size.taperTo'];
  if (vix >= limits['vix.panic']) return 0;
  if (vix < limits['vix.normal']) return limits['size.complacent'];
  if (vix < from) return 1;
  if (vix < to) return 1 - ((vix - from) / (to - from)) * (1 - limits['size.taperEnd']);
  return limits['size.high'];
};

import type { Limits } from '../rule-set/index.js';

/** How nervous the market is, by the level of VIX ([seed] VIX_REGIMES; D§1). */
export type VolatilityRegime = 'complacent' | 'normal' | 'elevated' | 'panic';

/**
 * The regime of a VIX level in vol points; each bound belongs to the regime above it. What is not below a
 * bound falls through, so a NaN that slipped past the readings is panic, never calm.
 */
export const regimeOf = (
  vix: number,
  limits: Pick<Limits, 'vix.normal' | 'vix.elevated' | 'vix.panic'>,
): VolatilityRegime => {
  if (vix < limits['vix.normal']) return 'complacent';
  if (vix < limits['vix.elevated']) return 'normal';
  if (vix < limits['vix.panic']) return 'elevated';
  return 'panic';
};

/**
 * True when a VIX print is more than `vix.panicJump` times the previous official close (D§1): panic to the
 * end of that session whatever the level, which the caller remembers. Both in vol points, compared in the
 * hundredths VIX is published in; exactly the multiple is no jump. True for NaN.
 */
export const isPanicJump = (
  print: number,
  previousClose: number,
  limits: Pick<Limits, 'vix.panicJump'>,
): boolean => !(hundredths(print) <= limits['vix.panicJump'] * hundredths(previousClose));

const hundredths = (volPoints: number): number => Math.round(volPoints * 100);

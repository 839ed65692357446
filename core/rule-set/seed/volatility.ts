import { locked, open } from '../parameter.js';

const regimes = '[seed] VIX_REGIMES; D§1';
const multiplier = 'R§4.4; D§1';

/** VIX regimes, and what the level of VIX does to size. */
export const volatility = {
  'vix.normal': locked(15, 'vol points', regimes),
  'vix.elevated': locked(25, 'vol points', regimes),
  'vix.panic': locked(40, 'vol points', regimes, 'lower'),
  'vix.panicJump': open(
    1.5,
    'multiple',
    'D§1: PANIC on a print above this multiple of the previous close',
    'lower',
  ),
  'size.complacent': open(0.75, 'multiple', multiplier, 'lower'),
  'size.taperFrom': open(25, 'vol points', multiplier, 'lower'),
  'size.taperTo': open(35, 'vol points', multiplier, 'lower'),
  'size.taperEnd': open(0.5, 'multiple', multiplier, 'lower'),
  'size.high': open(0.25, 'multiple', multiplier, 'lower'),
} as const;

import { locked, open } from '../parameter.js';

const ladder = 'R§6.2 price ladder; D§5.6';
const liquidity = 'R§3.2 check 8; D§5.6';

/** Order pricing, liquidity and the clocks of an order. */
export const execution = {
  'order.legSlip': open(0.05, 'points', ladder, 'lower'),
  'order.step1': open(0.4, 'fraction', ladder),
  'order.step2': open(0.5, 'fraction', ladder),
  'order.step3': open(0.6, 'fraction', ladder),
  'order.step4': open(0.8, 'fraction', ladder),
  'order.stepSeconds': open(7.5, 'seconds', ladder),
  'order.timeout': open(30, 'seconds', 'R§6.1; D§1', 'lower'),
  'order.legs': open(4, 'legs', 'R§6.1; D§1', 'lower'),
  'order.unwindAttempts': open(3, 'attempts', 'R§6.1; D§1', 'lower'),
  'order.reissueSeconds': open(60, 'seconds', 'D§5.6 mandatory exits are re-issued every minute', 'lower'),
  'order.stopUnknownSeconds': open(60, 'seconds', 'D§5.6', 'lower'),
  'order.exitAttempts': open(3, 'attempts', 'D§5.6 the operator is called after 3 attempts', 'lower'),
  'order.lookUps': open(2, 'attempts', 'R§6.1 resubmit only if absent twice', 'higher'),
  'order.priceBand': open(0.2, 'fraction', 'R§6.3 price band', 'lower'),
  'order.quantity': open(1_000, 'contracts', 'R§6.1 sanity bound', 'lower'),
  'liquidity.naturalWidth': open(0.5, 'fraction', liquidity, 'lower'),
  'liquidity.legWidth': open(0.05, 'points', liquidity, 'lower'),
  'liquidity.strangleLegWidth': open(0.1, 'fraction', liquidity, 'lower'),
  'liquidity.volume': open(10, 'contracts', liquidity, 'higher'),
  'liquidity.openInterest': open(10, 'contracts', liquidity, 'higher'),
  'credit.feeShare': open(
    0.5,
    'fraction',
    'D§5.6: this share of the credit exceeds round-trip fees',
    'lower',
  ),
  'credit.riskShare': open(0.6, 'fraction', 'R§3.2 check 31, pricing-error guard', 'lower'),
  'session.persistTime': locked(56_700, 'time of day', '[seed] STATE_PERSIST 15:45; D§1'),
  'session.earlyPersistTime': open(45_900, 'time of day', 'D§5.10'),
  'session.warmUp': open(60, 'sessions', '[seed] 60 days; D§5.2', 'higher'),
} as const;

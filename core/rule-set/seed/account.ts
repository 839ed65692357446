import { locked, open } from '../parameter.js';

const phases = '[seed] account balance phases; D§1, D§5.1';
const positions = '[seed] MAX_POSITIONS_BY_PHASE; D§1';
const caps = 'R§2.6 phase buying-power caps; D§1';

/** Phases by equity, and what each phase may hold. */
export const account = {
  'phase1.equity': locked(30_000, 'USD', phases, 'higher'),
  'phase2.equity': locked(40_000, 'USD', phases, 'higher'),
  'phase3.equity': locked(60_000, 'USD', phases, 'higher'),
  'phase4.equity': locked(100_000, 'USD', phases, 'higher'),
  'phase1.keepEquity': locked(24_000, 'USD', 'D§5.1', 'higher'),

  'phase1.positions': locked(3, 'positions', positions, 'lower'),
  'phase2.positions': locked(5, 'positions', positions, 'lower'),
  'phase3.positions': locked(7, 'positions', positions, 'lower'),
  'phase4.positions': locked(10, 'positions', positions, 'lower'),

  'phase1.positionBuyingPower': open(0.05, 'fraction', caps, 'lower'),
  'phase2.positionBuyingPower': open(0.07, 'fraction', caps, 'lower'),
  'phase3.positionBuyingPower': open(0.1, 'fraction', caps, 'lower'),
  'phase4.positionBuyingPower': open(0.15, 'fraction', caps, 'lower'),
  'phase1.totalBuyingPower': open(0.3, 'fraction', caps, 'lower'),
  'phase2.totalBuyingPower': open(0.5, 'fraction', caps, 'lower'),
  'phase3.totalBuyingPower': open(0.65, 'fraction', caps, 'lower'),
  'phase4.totalBuyingPower': open(0.8, 'fraction', caps, 'lower'),
  'reserve.buyingPower': open(0.2, 'fraction', 'R§2.4 minimum reserve; D§1', 'higher'),
} as const;

import { noCents, type Position } from '../../../core/index.js';
import { at, on } from '../market/fixtures.js';

/** A 0DTE position on ES, sold for 3.00; what does not matter to a test is left as it is here. */
export const held = (changes: Partial<Position> = {}): Position => ({
  id: 'friday-0dte ES 2025-03-14',
  strategy: 'friday-0dte',
  root: 'ES',
  structure: 'iron-condor',
  legs: [],
  expiry: on('2025-03-14'),
  quantity: 1,
  openedAt: at('2025-03-14 10:30'),
  credit: 3,
  openingFees: noCents,
  buyingPower: noCents,
  state: { _tag: 'Active', since: at('2025-03-14 10:30') },
  entry: { underlyingPrice: 5_600, vix: 23, ruleSet: 'seed' },
  ...changes,
});

import { instruments } from '../market/index.js';
import type { Leg } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import { add, centsFromDollars, sum, type Cents } from '../units/index.js';
import type { Purpose } from './order.js';

/** Fees of opening `quantity` units of a structure (R§6.8, D§1). A broker's dry-run overrides them later. */
export const openingFees = (legs: ReadonlyArray<Leg>, quantity: number, limits: Limits): Cents =>
  sum(legs.map((leg) => legFees(leg, quantity, 'open', limits)));

/** Fees of closing `quantity` units. */
export const closingFees = (legs: ReadonlyArray<Leg>, quantity: number, limits: Limits): Cents =>
  sum(legs.map((leg) => legFees(leg, quantity, 'close', limits)));

/** Fees of opening and closing `quantity` units. */
export const roundTripFees = (legs: ReadonlyArray<Leg>, quantity: number, limits: Limits): Cents =>
  add(openingFees(legs, quantity, limits), closingFees(legs, quantity, limits));

/**
 * Fees of exercise and assignment: one charge for each leg named that delivers shares. Cash-settled options and
 * options on futures settle without one in this table.
 */
export const assignmentFees = (exercised: ReadonlyArray<Leg>, limits: Limits): Cents =>
  sum(
    exercised
      .filter(({ contract }) => instruments[contract.root].settlement === 'shares')
      .map(() => centsFromDollars(limits['fee.assignment'])),
  );

const legFees = (leg: Leg, quantity: number, purpose: Purpose, limits: Limits): Cents => {
  const contracts = Math.abs(leg.ratio) * quantity;
  switch (instruments[leg.contract.root].feeClass) {
    // Index options pay the table of equity options. The exchanges' proprietary index fees are not in it.
    case 'equity-option':
    case 'index-option':
      return equityOptionFees(contracts, purpose, limits);
    // Both sides pay, with exchange fees: unverified until a dry-run says otherwise (§5.6).
    case 'future-option':
      return centsFromDollars(contracts * (limits['fee.futureOption'] + limits['fee.futureOptionExchange']));
    case 'micro-future-option':
      return centsFromDollars(
        contracts * (limits['fee.microFutureOption'] + limits['fee.microFutureOptionExchange']),
      );
  }
};

const equityOptionFees = (contracts: number, purpose: Purpose, limits: Limits): Cents => {
  const rate = purpose === 'open' ? limits['fee.equityOptionOpen'] : limits['fee.equityOptionClose'];
  const commission = Math.min(contracts * rate, limits['fee.equityOptionLegCap']);
  return centsFromDollars(commission + contracts * limits['fee.equityOptionClearing']);
};

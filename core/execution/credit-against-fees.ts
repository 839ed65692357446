import { isLeft } from 'fp-ts/lib/Either.js';
import { known, mustBeAbove, notApplicable, unknown, type Reading } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import type { Cents } from '../units/index.js';

export interface FeeFacts {
  readonly entry: 'credit' | 'debit';
  /** Net credit of one unit, in cents. */
  readonly credit: Reading<Cents>;
  /** Fees to open and close one unit. */
  readonly roundTripFees: Reading<Cents>;
}

/** Half of a credit is what the profit target earns: it must be more than what trading costs. */
export const creditAgainstFees = defineRule({
  id: 'credit.above-fees',
  statement: '{credit.feeShare} of the credit of one unit is above its round-trip fees',
  source: 'D§5.6',
  parameters: ['credit.feeShare'],
  check: ({ entry, credit, roundTripFees }: FeeFacts, limits) => {
    if (entry === 'debit') return notApplicable('a debit entry receives no credit');
    const gaps = [credit, roundTripFees].flatMap((fact) => (isLeft(fact) ? [fact.left] : []));
    if (isLeft(credit) || isLeft(roundTripFees)) return unknown(...gaps);
    // Whole cents are compared, so that a credit of exactly twice the fees is refused on every engine.
    const earned = limits['credit.feeShare'] * credit.right;
    return mustBeAbove(known(earned / 100), roundTripFees.right / 100, 'USD');
  },
});

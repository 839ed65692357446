import { isLeft, type Either } from 'fp-ts/lib/Either.js';
import { fail, known, mustBeAtLeast, mustBeAtMost, stated, unknown, type Verdict } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import { cents, dollarsOf } from '../units/index.js';
import type { SizingError } from './sizing-error.js';
import type { Sizing, SizingStepName } from './sizing.js';

/** The answer of `sizePosition`, errors included: what cannot be sized cannot pass. */
export interface SizingFacts {
  readonly sizing: Either<ReadonlyArray<SizingError>, Sizing>;
}

/** Check 42. */
export const sizePositive = defineRule({
  id: 'size.positive',
  statement: 'The position is sized at one contract or more; without a Kelly edge it is 0',
  source: 'R§3.2 #42; D§1, D§5.7',
  parameters: [],
  check: ({ sizing }: SizingFacts) =>
    whenSized(sizing, ({ contracts }) => mustBeAtLeast(known(contracts), 1, 'contracts')),
});

/** Check 43. Tested for the sized contracts, or for one when the size is 0, so that it can name the cause. */
export const sizeCaps = defineRule({
  id: 'size.caps',
  statement:
    'The position takes at most its strategy’s share of equity (0DTE {friday0dte.buyingPower}, LT112 ' +
    '{lt112.buyingPower}) and its phase’s ({phase1.positionBuyingPower}, {phase2.positionBuyingPower}, ' +
    '{phase3.positionBuyingPower}, {phase4.positionBuyingPower}), and the book at most its phase’s ' +
    '({phase1.totalBuyingPower}, {phase2.totalBuyingPower}, {phase3.totalBuyingPower}, ' +
    '{phase4.totalBuyingPower})',
  source: '[seed] BP% per strategy; R§3.2 #43; D§1',
  parameters: [
    'friday0dte.buyingPower',
    'lt112.buyingPower',
    'phase1.positionBuyingPower',
    'phase2.positionBuyingPower',
    'phase3.positionBuyingPower',
    'phase4.positionBuyingPower',
    'phase1.totalBuyingPower',
    'phase2.totalBuyingPower',
    'phase3.totalBuyingPower',
    'phase4.totalBuyingPower',
  ],
  check: ({ sizing }: SizingFacts) =>
    whenSized(sizing, (sized) =>
      fitsWithin(sized, ['strategy-cap', 'phase-position-cap', 'phase-buying-power']),
    ),
});

/** Check 44. Tested for the sized contracts, or for one when the size is 0. */
export const sizeBuyingPower = defineRule({
  id: 'size.buyingPower',
  statement: 'The buying power left after a reserve of {reserve.buyingPower} of equity pays the position',
  source: 'R§3.2 #44; D§1',
  parameters: ['reserve.buyingPower'],
  check: ({ sizing }: SizingFacts) => whenSized(sizing, (sized) => fitsWithin(sized, ['reserve'])),
});

const fitsWithin = (
  { contracts, riskPerContract, steps }: Sizing,
  names: ReadonlyArray<SizingStepName>,
): Verdict => {
  const needed = dollarsOf(cents(riskPerContract * Math.max(1, contracts)));
  const room = steps.reduce(
    (least, step) =>
      step.room !== null && names.includes(step.name) ? Math.min(least, dollarsOf(step.room)) : least,
    Number.POSITIVE_INFINITY,
  );
  return mustBeAtMost(known(needed), room, 'USD');
};

const whenSized = (sizing: SizingFacts['sizing'], check: (sized: Sizing) => Verdict): Verdict => {
  if (!isLeft(sizing)) return check(sizing.right);
  const gaps = sizing.left.flatMap((error) => (error._tag === 'MissingSizingInput' ? [error.gap] : []));
  if (gaps.length > 0) return unknown(...gaps);
  const seen = sizing.left.flatMap((error) =>
    error._tag === 'InvalidSizingInput' ? [`${error.field} ${error.value}, not ${error.limit}`] : [],
  );
  return fail(stated(seen.join('; '), 'inputs a position can be sized with'));
};

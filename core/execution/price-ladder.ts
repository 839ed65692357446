import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { ComboQuote } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import { comboTickOf, legSlip, type PricedLeg } from './leg-slip.js';
import { roundDown, roundUp } from './tick-grid.js';

/** Why there is no price: the field, what it held and what it must be. */
export interface LadderError {
  readonly _tag: 'NoSuchStep' | 'InvalidMarket' | 'NothingKnown';
  readonly field: string;
  readonly value: number;
  readonly limit: string;
}

/** Steps of one ladder: four of 7.5 s fill the 30 s of an order (R§6.2). */
export const ladderSteps = 4;

/** Seconds after placing at which a step's price becomes due. */
export const stepDue = (step: number, limits: Pick<Limits, 'order.stepSeconds'>): number =>
  (step - 1) * limits['order.stepSeconds'];

/**
 * The credit to ask for at a step, in points per unit. Steps 1 to 3 concede their share of the market's width
 * from our own side (`naturalToClose`); the last is half the width from mid, which is natural. No step is
 * further below mid than the legs' slip, nor below the minimum credit, nor below one tick (§5.6). Step 1
 * rounds up, the others down, except at those three floors.
 */
export const entryPrice = (
  step: number,
  combo: ComboQuote,
  legs: ReadonlyArray<PricedLeg>,
  minimumCredit: number,
  limits: Limits,
): Either<LadderError, number> => {
  const objection = stepObjection(step, ladderSteps) ?? marketObjection(combo, legs);
  if (objection !== null) return left(objection);
  if (!Number.isFinite(minimumCredit)) return left(invalid('minimumCredit', minimumCredit, 'finite'));
  const tick = comboTickOf(legs);
  const lowest = roundUp(Math.max(minimumCredit, combo.mid - legSlip(legs, limits), tick), tick);
  const asked =
    step === ladderSteps ? combo.natural : combo.naturalToClose - conceded(step, limits) * combo.width;
  return right(Math.max(lowest, step === 1 ? roundUp(asked, tick) : roundDown(asked, tick)));
};

/**
 * The cost to offer at a step of an ordinary exit, in points per unit: the same ladder from the other side,
 * without the cap. The last step concedes its share of the width and at least the legs' slip, so that a tight
 * market fills too; a closing order that comes back after its ladder (`step` above the last) offers natural.
 * Never below one tick.
 */
export const exitPrice = (
  step: number,
  combo: ComboQuote,
  legs: ReadonlyArray<PricedLeg>,
  limits: Limits,
): Either<LadderError, number> => {
  const objection = stepObjection(step, Infinity) ?? marketObjection(combo, legs);
  if (objection !== null) return left(objection);
  const tick = comboTickOf(legs);
  const offered = combo.natural + conceded(step, limits) * combo.width;
  const least = step < ladderSteps ? offered : Math.max(offered, combo.mid + legSlip(legs, limits));
  const price = Math.min(step > ladderSteps ? combo.naturalToClose : least, combo.naturalToClose);
  return right(Math.max(tick, step === 1 ? roundDown(price, tick) : roundUp(price, tick)));
};

/** The share of the width a step gives up. */
const conceded = (step: number, limits: Limits): number => {
  if (step === 1) return limits['order.step1'];
  if (step === 2) return limits['order.step2'];
  return step === 3 ? limits['order.step3'] : limits['order.step4'];
};

const stepObjection = (step: number, last: number): LadderError | null =>
  Number.isInteger(step) && step >= 1 && step <= last
    ? null
    : { _tag: 'NoSuchStep', field: 'step', value: step, limit: `a whole number from 1 to ${last}` };

const marketObjection = (combo: ComboQuote, legs: ReadonlyArray<PricedLeg>): LadderError | null => {
  const { natural, mid, naturalToClose, width } = combo;
  if (legs.length === 0) return invalid('legs', 0, 'at least one leg');
  const notFinite = [natural, mid, naturalToClose, width].find((price) => !Number.isFinite(price));
  if (notFinite !== undefined) return invalid('combo', notFinite, 'finite prices');
  return width < 0 ? invalid('combo.width', width, 'at least 0') : null;
};

const invalid = (field: string, value: number, limit: string): LadderError => ({
  _tag: 'InvalidMarket',
  field,
  value,
  limit,
});

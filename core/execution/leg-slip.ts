import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { comboTick, contractKey, instruments, optionTick, type OptionQuote } from '../market/index.js';
import type { Leg } from '../portfolio/index.js';
import type { Gap } from '../rule/index.js';
import type { Limits } from '../rule-set/index.js';

/** A leg with the mid of its own market in points: the price decides the leg's tick. */
export interface PricedLeg {
  readonly leg: Leg;
  readonly price: number;
}

/**
 * What a combo may concede from mid, in points per unit: the sum over legs of `order.legSlip` or one tick of
 * that leg, whichever is more (§5.6). The ladder's cap and the fill model's slip are this one number. A leg
 * counts once, whatever its ratio.
 */
export const legSlip = (legs: ReadonlyArray<PricedLeg>, limits: Pick<Limits, 'order.legSlip'>): number =>
  legs.reduce(
    (total, { leg, price }) =>
      total + Math.max(limits['order.legSlip'], optionTick(instruments[leg.contract.root], price)),
    0,
  );

/** The tick a combo of these legs moves in, in points. */
export const comboTickOf = (legs: ReadonlyArray<PricedLeg>): number =>
  Math.min(...legs.map(({ leg }) => comboTick(instruments[leg.contract.root])));

/** Every leg with its mid; a leg without an ask is a gap that names the contract. No bid is a bid of 0. */
export const pricedLegs = (
  legs: ReadonlyArray<Leg>,
  quoteOf: (leg: Leg) => OptionQuote | undefined,
): Either<ReadonlyArray<Gap>, ReadonlyArray<PricedLeg>> => {
  const priced = legs.map((leg) => priceOf(leg, quoteOf(leg)));
  const gaps = priced.flatMap((one) => (isLeft(one) ? [one.left] : []));
  return gaps.length > 0 ? left(gaps) : right(priced.flatMap((one) => (isLeft(one) ? [] : [one.right])));
};

const priceOf = (leg: Leg, quote: OptionQuote | undefined): Either<Gap, PricedLeg> => {
  const fact = `quote of ${contractKey(leg.contract)}`;
  if (quote === undefined) return left({ fact, reason: 'absent', detail: 'not in the chain' });
  if (quote.ask === null) return left({ fact, reason: 'absent', detail: 'no ask' });
  const price = ((quote.bid ?? 0) + quote.ask) / 2;
  return Number.isFinite(price)
    ? right({ leg, price })
    : left({ fact, reason: 'non-finite', detail: String(price) });
};

import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { openingFees, roundTripFees } from '../execution/index.js';
import { contractKey, listedUnderlying, type MarketSnapshot } from '../market/index.js';
import {
  cashOf,
  comboQuote,
  structureGreeks,
  type Leg,
  type Proposal,
  type QuotedLeg,
} from '../portfolio/index.js';
import type { Gap } from '../rule/index.js';
import type { Draft, Strategy } from '../strategies/index.js';
import type { EngineContext } from './context.js';
import { quoteIn } from './exposure.js';

/**
 * Prices a draft: combo market, defined maximum loss, requirement, fees and Greeks of one unit. The requirement
 * of a defined-risk structure is its maximum loss (R§2.6: widest wing less the credit); live, the broker's
 * number replaces it.
 */
export const priced = (
  { pricing, limits }: EngineContext,
  strategy: Strategy,
  draft: Draft,
  market: MarketSnapshot,
): Either<ReadonlyArray<Gap>, Proposal> => {
  const { root, legs, slice, width } = draft;
  const combo = comboQuote(legs, quoteIn(market));
  if (isLeft(combo)) return combo;
  const spy = listedUnderlying(market, 'SPY');
  if (isLeft(spy)) return left([spy.left]);
  const greeks = structureGreeks(pricing, quotedLegs(legs, draft), spy.right.value);
  if (isLeft(greeks)) return greeks;
  const maximumLoss = cashOf(root, Math.max(0, width - combo.right.mid), 1);
  return right({
    strategy: strategy.id,
    root,
    structure: draft.structure,
    at: market.at,
    expiry: slice.expiry,
    legs,
    underlyingPrice: slice.underlyingPrice,
    market: combo.right,
    minimumCredit: draft.minimumCredit,
    width,
    maximumLoss,
    requirement: maximumLoss,
    openingFees: openingFees(legs, 1, limits),
    roundTripFees: roundTripFees(legs, 1, limits),
    greeks: greeks.right,
  });
};

const quotedLegs = (legs: ReadonlyArray<Leg>, { slice }: Draft): ReadonlyArray<QuotedLeg> =>
  legs.flatMap((leg) => {
    const quote = slice.quotes.find(({ contract }) => contractKey(contract) === contractKey(leg.contract));
    return quote === undefined ? [] : [{ leg, slice, quote }];
  });

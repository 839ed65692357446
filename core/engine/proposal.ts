import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import {
  exactPoints,
  legSlip,
  openingFees,
  pricedLegs,
  roundDown,
  roundTripFees,
} from '../execution/index.js';
import { comboTick, contractKey, instruments, readUnderlying, type MarketSnapshot } from '../market/index.js';
import {
  cashOf,
  comboQuote,
  structureGreeks,
  type ComboQuote,
  type Leg,
  type Proposal,
  type QuotedLeg,
} from '../portfolio/index.js';
import type { Gap } from '../rule/index.js';
import type { Limits } from '../rule-set/index.js';
import type { Draft, Strategy } from '../strategies/index.js';
import { dollarsOf } from '../units/index.js';
import type { EngineContext } from './context.js';
import { quoteIn } from './exposure.js';

/**
 * Prices a draft: combo market, defined maximum loss, requirement, fees and Greeks of one unit. The loss is that
 * of the last credit of the ladder in the market of the decision. The requirement of a defined-risk structure is
 * its maximum loss (R§2.6: widest wing less the credit); live, the broker's number replaces it.
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
  // Greeks are counted in SPY shares: by a price nobody may trust they would shrink or grow at will.
  const spy = readUnderlying(market, 'SPY', limits);
  if (isLeft(spy)) return left([spy.left]);
  const greeks = structureGreeks(pricing, quotedLegs(legs, draft), spy.right);
  if (isLeft(greeks)) return greeks;
  const prices = pricedLegs(legs, quoteIn(market));
  if (isLeft(prices)) return prices;
  const minimumCredit = leastCredit(draft, combo.right, limits);
  const lowestFill = Math.max(minimumCredit, combo.right.mid - legSlip(prices.right, limits));
  const maximumLoss = cashOf(root, Math.max(0, width - lowestFill), 1);
  return right({
    strategy: strategy.id,
    root,
    structure: draft.structure,
    at: market.at,
    expiry: slice.expiry,
    legs,
    underlyingPrice: slice.underlyingPrice,
    market: combo.right,
    minimumCredit,
    width,
    maximumLoss,
    requirement: maximumLoss,
    openingFees: openingFees(legs, 1, limits),
    roundTripFees: roundTripFees(legs, 1, limits),
    greeks: greeks.right,
  });
};

/**
 * The least credit the order may end at whatever the market does meanwhile: the strategy's minimum, or the first
 * tick at which the fee rule still holds (D§5.6). A market that does not pay the fees at mid is that rule's to
 * refuse.
 */
const leastCredit = ({ root, legs, minimumCredit }: Draft, { mid }: ComboQuote, limits: Limits): number => {
  const tick = comboTick(instruments[root]);
  const breakEven =
    dollarsOf(roundTripFees(legs, 1, limits)) / limits['credit.feeShare'] / instruments[root].multiplier;
  const aboveFees = exactPoints(roundDown(breakEven, tick) + tick);
  return aboveFees <= mid ? Math.max(minimumCredit, aboveFees) : minimumCredit;
};

const quotedLegs = (legs: ReadonlyArray<Leg>, { slice }: Draft): ReadonlyArray<QuotedLeg> =>
  legs.flatMap((leg) => {
    const quote = slice.quotes.find(({ contract }) => contractKey(contract) === contractKey(leg.contract));
    return quote === undefined ? [] : [{ leg, slice, quote }];
  });

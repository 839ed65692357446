import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { CalendarDate, OptionContract } from '../../../core/index.js';
import type { ListedRoot } from './expiries.js';
import { isToday, laterExpiry, todaysExpiry, type ExpiryVolatility } from './expiry-volatility.js';
import type { NotPriced } from './missing-input.js';
import { pricingBasis, type ModelMarket, type PricingBasis } from './pricing-basis.js';
import type { TradingDay } from './trading-day.js';

/** When and from what a slice is priced. */
export interface PricingMoment {
  readonly day: TradingDay;
  readonly market: ModelMarket;
  readonly clockFactor: number;
}

/** One expiry's options to be priced, by strike, then call before put. */
export interface SlicePlan {
  readonly root: ListedRoot;
  readonly expiry: CalendarDate;
  readonly basis: PricingBasis;
  readonly volatility: ExpiryVolatility;
  readonly contracts: ReadonlyArray<OptionContract>;
}

/** Picks an expiry's contracts once its underlying has a price. */
export type ChooseContracts = (
  basis: PricingBasis,
  calendarDays: number,
) => Either<NotPriced, ReadonlyArray<OptionContract>>;

export const planSlice = (
  { day, market, clockFactor }: PricingMoment,
  root: ListedRoot,
  expiry: CalendarDate,
  choose: ChooseContracts,
): Either<NotPriced, SlicePlan> => {
  const stretch = day.stretchTo(expiry);
  if (stretch === null) return left({ _tag: 'NoSession', date: expiry });
  if (isToday(day, expiry) && market.at.second >= stretch.closeSecond)
    return left({ _tag: 'Expired', root, expiry });
  const volatility = isToday(day, expiry)
    ? todaysExpiry(day, market, clockFactor)
    : laterExpiry(day, market, stretch);
  if (isLeft(volatility)) return volatility;
  const basis = pricingBasis(day, market, root, expiry, volatility.right.years);
  if (isLeft(basis)) return basis;
  const contracts = choose(basis.right, stretch.calendarDays);
  if (isLeft(contracts)) return contracts;
  return right({
    root,
    expiry,
    basis: basis.right,
    volatility: volatility.right,
    contracts: contracts.right,
  });
};

import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { contractKey, type CalendarDate, type OptionContract, type OptionRight, type Watch } from '../../../core/index.js';
import type { ListedRoot } from './expiries.js';
import {
  curveNow,
  isToday,
  laterExpiry,
  todaysExpiry,
  type ExpiryVolatility,
} from './expiry-volatility.js';
import type { NotPriced } from './missing-input.js';
import { isListedRoot, pricingBasis, type ModelMarket, type PricingBasis } from './pricing-basis.js';
import { isListableStrike, listedStrikes } from './strikes.js';
import type { TradingDay } from './trading-day.js';

/** One expiry's options to be priced, by strike, then call before put. */
export interface SlicePlan {
  readonly root: ListedRoot;
  readonly expiry: CalendarDate;
  readonly basis: PricingBasis;
  readonly volatility: ExpiryVolatility;
  readonly contracts: ReadonlyArray<OptionContract>;
}

type Choose = (
  basis: PricingBasis,
  calendarDays: number,
) => Either<NotPriced, ReadonlyArray<OptionContract>>;

/** The slices a watch asks for, each planned or with the reason why not. */
export const planSlices = (
  day: TradingDay,
  market: ModelMarket,
  clockFactor: number,
  watch: Watch,
): ReadonlyArray<Either<NotPriced, SlicePlan>> =>
  watch._tag === 'Band'
    ? planBand(day, market, clockFactor, watch)
    : planContracts(day, market, clockFactor, watch.contracts);

const planBand = (
  day: TradingDay,
  market: ModelMarket,
  clockFactor: number,
  { root, expiries, rights, strikes }: Extract<Watch, { _tag: 'Band' }>,
): ReadonlyArray<Either<NotPriced, SlicePlan>> => {
  if (!isListedRoot(root)) return [left({ _tag: 'RootNotModelled', root })];
  const wanted = orderedRights.filter((each) => rights.includes(each));
  return day
    .expiries(root)
    .filter((expiry) => expiry >= expiries.from && expiry <= expiries.to)
    .map((expiry) =>
      planSlice(day, market, clockFactor, root, expiry, ({ underlyingPrice }, days) => {
        const reference = referencePrice(day, underlyingPrice, market);
        if (isLeft(reference)) return reference;
        const low = strikes.from.ratio * underlyingPrice + strikes.from.offset;
        const high = strikes.to.ratio * underlyingPrice + strikes.to.offset;
        return right(
          listedStrikes({ root, days, reference: reference.right }, low, high).flatMap((strike) =>
            wanted.map((side): OptionContract => ({ root, expiry, right: side, strike, settles: 'pm' })),
          ),
        );
      }),
    );
};

/** Strikes are listed around yesterday's close: today's price less the index's move since then. */
const referencePrice = (
  day: TradingDay,
  underlyingPrice: number,
  { indexLevel }: ModelMarket,
): Either<NotPriced, number> => {
  const close = day.closes.indexClose();
  return isLeft(close) ? close : right((underlyingPrice * close.right) / indexLevel);
};

const planContracts = (
  day: TradingDay,
  market: ModelMarket,
  clockFactor: number,
  contracts: ReadonlyArray<OptionContract>,
): ReadonlyArray<Either<NotPriced, SlicePlan>> => {
  const groups = new Map<string, OptionContract[]>();
  for (const contract of [...contracts].sort(byStrikeThenRight)) {
    const key = `${contract.root} ${contract.expiry}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [contract]);
    else group.push(contract);
  }
  return [...groups.values()].flatMap((group) => planGroup(day, market, clockFactor, group));
};

/** Contracts of one root and expiry: the listed ones planned, every other one named. */
const planGroup = (
  day: TradingDay,
  market: ModelMarket,
  clockFactor: number,
  group: ReadonlyArray<OptionContract>,
): ReadonlyArray<Either<NotPriced, SlicePlan>> => {
  const [first] = group;
  if (first === undefined) return [];
  const { root, expiry } = first;
  if (!isListedRoot(root)) return [left({ _tag: 'RootNotModelled', root })];
  if (expiry < day.session.date) return [left({ _tag: 'Expired', root, expiry })];
  const days = day.stretchTo(expiry)?.calendarDays ?? NaN;
  const listed = group.filter(
    ({ strike, settles }) =>
      settles === 'pm' &&
      day.expiries(root).includes(expiry) &&
      isListableStrike({ root, days, reference: strike }, strike),
  );
  return [
    ...group
      .filter((contract) => !listed.includes(contract))
      .map((contract) => left<NotPriced>({ _tag: 'NotListed', contract: contractKey(contract) })),
    ...(listed.length === 0
      ? []
      : [planSlice(day, market, clockFactor, root, expiry, () => right(listed))]),
  ];
};

const planSlice = (
  day: TradingDay,
  market: ModelMarket,
  clockFactor: number,
  root: ListedRoot,
  expiry: CalendarDate,
  choose: Choose,
): Either<NotPriced, SlicePlan> => {
  const stretch = day.stretchTo(expiry);
  if (stretch === null) return left({ _tag: 'NoSession', date: expiry });
  if (isToday(day, expiry) && market.at.second >= stretch.closeSecond)
    return left({ _tag: 'Expired', root, expiry });
  const curve = curveNow(day, market.vix);
  if (isLeft(curve)) return curve;
  const volatility = isToday(day, expiry)
    ? todaysExpiry(day, market, clockFactor)
    : right(laterExpiry(day, market, curve.right, stretch));
  if (isLeft(volatility)) return volatility;
  const basis = pricingBasis(day, market, root, expiry, volatility.right.years);
  if (isLeft(basis)) return basis;
  const contracts = choose(basis.right, stretch.calendarDays);
  if (isLeft(contracts)) return contracts;
  return right({ root, expiry, basis: basis.right, volatility: volatility.right, contracts: contracts.right });
};

const orderedRights: ReadonlyArray<OptionRight> = ['call', 'put'];

const byStrikeThenRight = (a: OptionContract, b: OptionContract): number =>
  a.strike - b.strike || orderedRights.indexOf(a.right) - orderedRights.indexOf(b.right);

import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { contractKey, type OptionContract, type OptionRight, type Watch } from '../../../core/index.js';
import type { NotPriced } from './missing-input.js';
import { isListedRoot } from './pricing-basis.js';
import { planSlice, type PricingMoment, type SlicePlan } from './slice-plan.js';
import { isListableStrike, listedStrikes } from './strikes.js';

type Planned = ReadonlyArray<Either<NotPriced, SlicePlan>>;
type Band = Extract<Watch, { _tag: 'Band' }>;

/** The slices a watch asks for, each planned or with the reason why not. */
export const planWatched = (moment: PricingMoment, watch: Watch): Planned =>
  watch._tag === 'Band' ? planBand(moment, watch) : planContracts(moment, watch.contracts);

const planBand = (moment: PricingMoment, { root, expiries, rights, strikes }: Band): Planned => {
  if (!isListedRoot(root)) return [left({ _tag: 'RootNotModelled', root })];
  const wanted = orderedRights.filter((each) => rights.includes(each));
  return moment.day
    .expiries(root)
    .filter((expiry) => expiry >= expiries.from && expiry <= expiries.to)
    .map((expiry) =>
      planSlice(moment, root, expiry, ({ underlyingPrice }, days) => {
        const reference = referencePrice(moment, underlyingPrice);
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

/** Strikes are listed around the last close: the price now less the index's move since then. */
const referencePrice = (
  { day, market }: PricingMoment,
  underlyingPrice: number,
): Either<NotPriced, number> => {
  const close = day.closes.indexClose();
  return isLeft(close) ? close : right((underlyingPrice * close.right) / market.indexLevel);
};

const planContracts = (moment: PricingMoment, contracts: ReadonlyArray<OptionContract>): Planned => {
  const groups = new Map<string, OptionContract[]>();
  for (const contract of [...contracts].sort(byStrikeThenRight)) {
    const key = `${contract.root} ${contract.expiry}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [contract]);
    else group.push(contract);
  }
  return [...groups.values()].flatMap((group) => planGroup(moment, group));
};

/** Contracts of one root and expiry: the listed ones planned, every other one named. */
const planGroup = (moment: PricingMoment, group: ReadonlyArray<OptionContract>): Planned => {
  const [first] = group;
  if (first === undefined) return [];
  const { root, expiry } = first;
  const { day } = moment;
  if (!isListedRoot(root)) return [left({ _tag: 'RootNotModelled', root })];
  if (expiry < day.session.date) return [left({ _tag: 'Expired', root, expiry })];
  const days = day.stretchTo(expiry)?.calendarDays;
  const isListed = ({ strike, settles }: OptionContract): boolean =>
    settles === 'pm' &&
    days !== undefined &&
    day.expiries(root).includes(expiry) &&
    isListableStrike({ root, days }, strike);
  const listed = group.filter(isListed);
  const unknown = group.filter((contract) => !isListed(contract));
  return [
    ...unknown.map((contract) => left<NotPriced>({ _tag: 'NotListed', contract: contractKey(contract) })),
    ...(listed.length === 0 ? [] : [planSlice(moment, root, expiry, () => right(listed))]),
  ];
};

const orderedRights: ReadonlyArray<OptionRight> = ['call', 'put'];

const byStrikeThenRight = (a: OptionContract, b: OptionContract): number =>
  a.strike - b.strike || orderedRights.indexOf(a.right) - orderedRights.indexOf(b.right);

import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type { ChainSlice, OptionContract, OptionRight, Root, Watch } from '../../market/index.js';
import type { Leg } from '../../portfolio/index.js';
import type { Gap } from '../../rule/index.js';
import type { Limits } from '../../rule-set/index.js';
import { centsFromDollars, type Cents } from '../../units/index.js';
import type { Draft, EntryFacts } from '../strategy.js';

/** ES options at $40,000 and above, MES below ([seed], D§2). */
const rootFor = (equity: Cents, limits: Limits): Root =>
  equity >= centsFromDollars(limits['friday0dte.fullSizeEquity']) ? 'ES' : 'MES';

/** How far the shorts stand from the money, in points: max(10, 0.7 × ATR14), before rounding (§3.5). */
const shortDistance = (averageTrueRange: number, limits: Limits): number =>
  Math.max(limits['friday0dte.minimumDistance'], limits['friday0dte.atrMultiple'] * averageTrueRange);

/** Same-day expiry, both rights, as far out as the wings can reach. */
export const watch = (facts: EntryFacts, limits: Limits): ReadonlyArray<Watch> => {
  if (isLeft(facts.averageTrueRange)) return [];
  const reach =
    shortDistance(facts.averageTrueRange.right, limits) +
    limits['friday0dte.wing'] +
    2 * limits['friday0dte.strikeRounding'];
  return [
    {
      _tag: 'Band',
      root: rootFor(facts.equity, limits),
      expiries: { from: facts.at.date, to: facts.at.date },
      rights: ['call', 'put'],
      strikes: { from: { ratio: 1, offset: -reach }, to: { ratio: 1, offset: reach } },
    },
  ];
};

/**
 * The iron condor of §3.5: shorts at S ± max(10, 0.7·ATR14) rounded to 5 points and snapped outward to listed
 * strikes, wings 30 points further, snapped outward too. Only the PM-settled expiry of the day; no chain, no
 * trade (D§5.10).
 */
export const draft = (
  facts: EntryFacts,
  slices: ReadonlyArray<ChainSlice>,
  limits: Limits,
): Either<ReadonlyArray<Gap>, Draft> => {
  const root = rootFor(facts.equity, limits);
  const slice = slices.find(
    (each) => each.root === root && each.expiry === facts.at.date && each.settles === 'pm',
  );
  if (slice === undefined)
    return left([
      { fact: `${root} chain`, reason: 'absent', detail: `no PM-settled expiry on ${facts.at.date}` },
    ]);
  if (isLeft(facts.averageTrueRange)) return left([facts.averageTrueRange.left]);
  return condor(root, slice, facts.averageTrueRange.right, limits);
};

const condor = (
  root: Root,
  slice: ChainSlice,
  averageTrueRange: number,
  limits: Limits,
): Either<ReadonlyArray<Gap>, Draft> => {
  const spot = slice.underlyingPrice;
  const distance = shortDistance(averageTrueRange, limits);
  const wing = limits['friday0dte.wing'];
  const roundTo = (price: number): number =>
    Math.round(price / limits['friday0dte.strikeRounding']) * limits['friday0dte.strikeRounding'];
  const shortCall = listedAtOrAbove(slice, 'call', roundTo(spot + distance));
  const shortPut = listedAtOrBelow(slice, 'put', roundTo(spot - distance));
  const longCall = listedAtOrAbove(slice, 'call', (shortCall?.strike ?? Infinity) + wing);
  const longPut = listedAtOrBelow(slice, 'put', (shortPut?.strike ?? -Infinity) - wing);
  if (!shortCall || !shortPut || !longCall || !longPut)
    return left([
      {
        fact: `${root} strikes`,
        reason: 'absent',
        detail: `the condor around ${spot} needs strikes that are not listed`,
      },
    ]);
  const legs: ReadonlyArray<Leg> = [
    { contract: longPut, ratio: 1 },
    { contract: shortPut, ratio: -1 },
    { contract: shortCall, ratio: -1 },
    { contract: longCall, ratio: 1 },
  ];
  const width = Math.max(longCall.strike - shortCall.strike, shortPut.strike - longPut.strike);
  return right({ root, structure: 'iron-condor', legs, slice, minimumCredit: 0, width });
};

const listed = (slice: ChainSlice, side: OptionRight): ReadonlyArray<OptionContract> =>
  slice.quotes.map(({ contract }) => contract).filter((contract) => contract.right === side);

const listedAtOrAbove = (slice: ChainSlice, side: OptionRight, strike: number): OptionContract | undefined =>
  listed(slice, side).find((contract) => contract.strike >= strike);

const listedAtOrBelow = (slice: ChainSlice, side: OptionRight, strike: number): OptionContract | undefined =>
  listed(slice, side).findLast((contract) => contract.strike <= strike);

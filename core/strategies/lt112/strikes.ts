import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { addDays, daysToExpiration } from '../../calendar/index.js';
import type { ChainSlice, OptionContract, Watch } from '../../market/index.js';
import type { Gap } from '../../rule/index.js';
import type { Limits } from '../../rule-set/index.js';
import type { CalendarDate } from '../../units/index.js';
import type { Draft, EntryFacts } from '../strategy.js';

/** Puts around 0.90·S in every expiry within 112 ± 10 days: the expiry itself is chosen in `draft`. */
export const watch = ({ at }: EntryFacts, limits: Limits): ReadonlyArray<Watch> => {
  const target = limits['lt112.daysToExpiration'];
  const tolerance = limits['lt112.daysTolerance'];
  const ratio = limits['lt112.strikeRatio'];
  return [
    {
      _tag: 'Band',
      root: 'SPY',
      expiries: {
        from: addDays(at.date, target - tolerance),
        to: addDays(at.date, target + tolerance),
      },
      rights: ['put'],
      // A listed strike is never further than the width away from where it is wanted.
      strikes: { from: { ratio, offset: -2 * limits['lt112.width'] }, to: { ratio, offset: 0 } },
    },
  ];
};

/**
 * The put spread: expiry closest to 112 DTE (the later of two equally close), short put at the listed strike
 * next at or below 0.90·S, long put exactly 5 points below it. An unlisted long strike means no trade.
 */
export const draft = (
  { at }: EntryFacts,
  slices: ReadonlyArray<ChainSlice>,
  limits: Limits,
): Either<ReadonlyArray<Gap>, Draft> => {
  const target = limits['lt112.daysToExpiration'];
  const slice = closest(slices, at.date, target, limits['lt112.daysTolerance']);
  if (slice === undefined)
    return left([{ fact: 'SPY chain', reason: 'absent', detail: `no expiry around ${target} days` }]);
  const puts = slice.quotes.map(({ contract }) => contract).filter((contract) => contract.right === 'put');
  const wanted = slice.underlyingPrice * limits['lt112.strikeRatio'];
  const short = puts.findLast(({ strike }) => strike <= wanted);
  const width = limits['lt112.width'];
  const long = puts.find(({ strike }) => short !== undefined && strike === short.strike - width);
  if (short === undefined || long === undefined)
    return left([{ fact: 'SPY strikes', reason: 'absent', detail: missingStrike(wanted, width, short) }]);
  return right({
    root: 'SPY',
    structure: 'put-spread',
    legs: [
      { contract: long, ratio: 1 },
      { contract: short, ratio: -1 },
    ],
    slice,
    minimumCredit: limits['lt112.minimumCredit'] * width,
    width,
  });
};

const missingStrike = (wanted: number, width: number, short: OptionContract | undefined): string =>
  short === undefined
    ? `no put listed at or below ${wanted.toFixed(2)}`
    : `no put listed ${width} points below ${short.strike}`;

const closest = (
  slices: ReadonlyArray<ChainSlice>,
  on: CalendarDate,
  target: number,
  tolerance: number,
): ChainSlice | undefined => {
  const distance = ({ expiry }: ChainSlice): number => Math.abs(daysToExpiration(on, expiry) - target);
  return (
    slices
      // The snapshot also shows the expiries of what is held.
      .filter((slice) => slice.root === 'SPY' && distance(slice) <= tolerance)
      .reduce<ChainSlice | undefined>((best, slice) => {
        if (best === undefined) return slice;
        const closer = distance(slice) - distance(best);
        return closer < 0 || (closer === 0 && slice.expiry > best.expiry) ? slice : best;
      }, undefined)
  );
};

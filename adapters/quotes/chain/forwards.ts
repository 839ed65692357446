import { compareTimes } from '../../../core/index.js';
import type { Expiry } from './expiries.js';
import { parityDiscount } from './parity-discount.js';
import { parityForward } from './parity-forward.js';
import { nearPairs, type ParityPair } from './parity-pairs.js';

/** What an expiry's quotes say of forward and interest. */
export interface Forward {
  readonly forward: number;
  /** Continuously compounded per year. */
  readonly rate: number;
  /** Where the rate is from: `given`, `own` quotes, or the day of the expiry that it was borrowed from. */
  readonly rateFrom: string;
  /** What one point at settlement is worth at the moment of the quotes. */
  readonly discount: number;
  /** Call-put pairs near the money. */
  readonly pairs: number;
  /** The pairs' median distance from parity, in points. */
  readonly residual: number;
}

/**
 * The forward of each expiry from put-call parity, at the rate given or else at the one that the quotes imply. Over
 * a few days the discount is too near 1 to show the rate: an expiry whose rate is not known within a quarter of a
 * per cent borrows that of the nearest expiry of the same moment that knows it, or else of the one that knows it
 * best. An expiry that is over, or without a pair of quotes, has none.
 */
export const forwardsOf = (
  expiries: ReadonlyArray<Expiry>,
  givenRate: number | null,
): ReadonlyMap<Expiry, Forward> => {
  const measured = expiries.filter(({ years }) => years > 0).map(measure);
  return new Map(
    measured.flatMap((each) => {
      const chosen = givenRate === null ? rateFor(each, measured) : given(givenRate);
      if (chosen === null) return [];
      const { expiry, pairs } = each;
      const discount = Math.exp(-chosen.rate * expiry.years);
      const parity = parityForward(pairs, discount);
      return parity === null
        ? []
        : [[expiry, { ...parity, ...chosen, discount, pairs: pairs.length }] as const];
    }),
  );
};

type ChosenRate = Pick<Forward, 'rate' | 'rateFrom'>;

const given = (rate: number): ChosenRate => ({ rate, rateFrom: 'given' });

interface Measured {
  readonly expiry: Expiry;
  readonly pairs: ReadonlyArray<ParityPair>;
  readonly own: { readonly rate: number; readonly standardError: number } | null;
}

const measure = (expiry: Expiry): Measured => {
  const pairs = nearPairs(expiry.quotes);
  const found = parityDiscount(pairs);
  return {
    expiry,
    pairs,
    own:
      found === null
        ? null
        : {
            rate: -Math.log(found.discount) / expiry.years,
            standardError: found.standardError / found.discount / expiry.years,
          },
  };
};

const rateFor = (each: Measured, all: ReadonlyArray<Measured>): ChosenRate | null => {
  const error = ({ own }: Measured): number => own?.standardError ?? Infinity;
  const distance = ({ expiry }: Measured): number => Math.abs(expiry.years - each.expiry.years);
  const lenders = all.filter((other) => other.own !== null && sameMoment(other.expiry, each.expiry));
  const sure = lenders.filter((lender) => error(lender) <= largestRateError);
  const lender = sure.includes(each) ? each : (least(sure, distance) ?? least(lenders, error));
  if (lender?.own == null) return null;
  return { rate: lender.own.rate, rateFrom: lender === each ? 'own' : lender.expiry.expiry };
};

const sameMoment = (a: Expiry, b: Expiry): boolean => compareTimes(a.at, b.at) === 0 && a.spot === b.spot;

const least = <A>(values: ReadonlyArray<A>, by: (value: A) => number): A | undefined =>
  values.toSorted((a, b) => by(a) - by(b))[0];

/** Per year. */
const largestRateError = 0.0025;

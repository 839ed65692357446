import { midOf, type Quote } from './quote-rows.js';

/** A call and a put of one strike. Their mids' difference is the discounted distance from strike to forward. */
export interface ParityPair {
  readonly strike: number;
  readonly callMinusPut: number;
  /** 1 / (both spreads together)²: what the difference is worth as a measurement. */
  readonly weight: number;
}

/**
 * The pairs near the money: strikes within about one standard deviation of the strike where call and put cost the
 * same (the straddle there is about 0.8 of one), and the six nearest however far. Further away a tick in the bid of
 * a worthless option is a large part of its price.
 */
export const nearPairs = (quotes: ReadonlyArray<Quote>): ReadonlyArray<ParityPair> => {
  const puts = new Map(quotes.filter(({ right }) => right === 'put').map((put) => [put.strike, put]));
  const straddles = quotes
    .filter(({ right }) => right === 'call')
    .flatMap((call) => {
      const put = puts.get(call.strike);
      return put === undefined ? [] : [{ call, put, difference: midOf(call) - midOf(put) }];
    });
  const centre = straddles.reduce<(typeof straddles)[number] | null>(
    (best, each) => (best === null || Math.abs(each.difference) < Math.abs(best.difference) ? each : best),
    null,
  );
  if (centre === null) return [];
  const width = straddlesPerDeviation * (midOf(centre.call) + midOf(centre.put));
  const distance = ({ call }: (typeof straddles)[number]): number =>
    Math.abs(call.strike - centre.call.strike);
  return straddles
    .toSorted((a, b) => distance(a) - distance(b))
    .filter((straddle, place) => place < fewestPairs || distance(straddle) <= width)
    .map(({ call, put, difference }) => ({
      strike: call.strike,
      callMinusPut: difference,
      weight: 1 / Math.max(call.ask - call.bid + put.ask - put.bid, leastSpread) ** 2,
    }));
};

const straddlesPerDeviation = 1.25;
const fewestPairs = 6;

/** Points. A locked quote is no better than one a tick of a hundredth wide on both sides. */
const leastSpread = 0.02;

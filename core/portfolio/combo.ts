import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { contractKey, type OptionQuote } from '../market/index.js';
import type { Gap } from '../rule/index.js';
import type { Leg } from './leg.js';

/**
 * The market in a whole structure, in points per unit, from the seller's side: `mid` and `natural` are
 * received when positive. `natural` crosses every leg (sell at bids, buy at asks) when the structure is
 * opened; `naturalToClose` is what closing at once costs, paid when positive. `width` is the distance
 * between the two naturals.
 */
export interface ComboQuote {
  readonly mid: number;
  readonly natural: number;
  readonly naturalToClose: number;
  readonly width: number;
}

/** Every leg needs both sides; a missing one is a gap that names the contract. */
export const comboQuote = (
  legs: ReadonlyArray<Leg>,
  quoteOf: (leg: Leg) => OptionQuote | undefined,
): Either<ReadonlyArray<Gap>, ComboQuote> => {
  const sides = legs.map((leg) => sidesOf(leg, quoteOf(leg)));
  const gaps = sides.flatMap((side) => (isLeft(side) ? [side.left] : []));
  if (gaps.length > 0) return left(gaps);
  const markets = sides.flatMap((side) => (isLeft(side) ? [] : [side.right]));
  const natural = markets.reduce((net, { ratio, bid, ask }) => net - ratio * (ratio < 0 ? bid : ask), 0);
  const naturalToClose = markets.reduce(
    (net, { ratio, bid, ask }) => net - ratio * (ratio < 0 ? ask : bid),
    0,
  );
  return right({
    mid: (natural + naturalToClose) / 2,
    natural,
    naturalToClose,
    width: naturalToClose - natural,
  });
};

interface Sides {
  readonly ratio: number;
  readonly bid: number;
  readonly ask: number;
}

const sidesOf = ({ contract, ratio }: Leg, quote: OptionQuote | undefined): Either<Gap, Sides> => {
  const fact = `quote of ${contractKey(contract)}`;
  if (quote === undefined) return left({ fact, reason: 'absent', detail: 'not in the chain' });
  // A long leg nobody bids for is worth nothing to its seller, which is a price; a missing ask is none.
  const bid = quote.bid ?? 0;
  const { ask } = quote;
  if (ask === null) return left({ fact, reason: 'absent', detail: 'no ask' });
  if (!Number.isFinite(bid) || !Number.isFinite(ask))
    return left({ fact, reason: 'non-finite', detail: `${bid} / ${ask}` });
  if (bid > ask || bid < 0) return left({ fact, reason: 'crossed', detail: `${bid} / ${ask}` });
  return right({ ratio, bid, ask });
};

import { isLeft } from 'fp-ts/lib/Either.js';
import { known, missing, readingOf, type Finding, type Reading } from '../../rule/index.js';
import type { Limits } from '../../rule-set/index.js';
import type { ExchangeTime } from '../../units/index.js';
import type { Root } from '../instrument.js';
import type { MarketSnapshot, Stamped, UnderlyingQuote } from '../snapshot.js';
import { coarseFreshness, freshness } from './freshness.js';

/**
 * VIX in vol points, fit to be used. Missing: `absent` (also when the value is one VIX cannot have),
 * `non-finite`, and as `vixFreshness` says.
 */
export const readVix = (
  { at, vix }: MarketSnapshot,
  limits: Pick<Limits, 'age.vix' | 'vix.lowest' | 'vix.highest'>,
): Reading<number> => {
  if (vix === null) return missing('VIX', 'absent', 'the source has none');
  const age = vixFreshness(vix, at, limits);
  if (isLeft(age)) return age;
  const value = readingOf('VIX', vix.value);
  if (isLeft(value)) return value;
  const [lowest, highest] = [limits['vix.lowest'], limits['vix.highest']];
  return value.right >= lowest && value.right <= highest
    ? value
    : missing('VIX', 'absent', `${value.right} is not from ${lowest} to ${highest} vol points`);
};

/** VIX's age against its limit, or by the day when a daily value stands in (D§5.2). */
export const vixFreshness = (
  vix: Stamped,
  now: ExchangeTime,
  limits: Pick<Limits, 'age.vix'>,
): Reading<Finding> =>
  vix.coarse ? coarseFreshness('VIX', vix, now) : freshness('VIX', vix, now, limits['age.vix']);

/**
 * An underlying's price in points, fit to be used: above 0, near the previous close, neither old nor from the
 * future. A coarse price gets no longer life: D§5.2 lets only VIX stand in. Missing: `absent` (also when the
 * price is not believable), `non-finite`, and as `freshness` says.
 */
export const readUnderlying = (
  snapshot: MarketSnapshot,
  root: Root,
  limits: Pick<Limits, 'age.underlying' | 'underlying.move'>,
): Reading<number> => {
  const quote = listedUnderlying(snapshot, root);
  if (isLeft(quote)) return quote;
  const { value, previousClose } = quote.right;
  const age = freshness(priceOf(root), quote.right, snapshot.at, limits['age.underlying']);
  if (isLeft(age)) return age;
  const move = moveFromClose(quote.right);
  if (isLeft(move)) return move;
  if (value > 0 && move.right <= limits['underlying.move']) return known(value);
  const allowed = `within ${limits['underlying.move']} of the previous close ${previousClose}`;
  return missing(priceOf(root), 'absent', `${value} is not a price above 0 ${allowed}`);
};

/** An underlying's quote, unjudged. Missing: `absent`. */
export const listedUnderlying = (snapshot: MarketSnapshot, root: Root): Reading<UnderlyingQuote> => {
  const quote = snapshot.underlyings.find((each) => each.root === root);
  return quote === undefined ? missing(priceOf(root), 'absent', 'the source has none') : known(quote);
};

/** How far a price is from the previous close, as a fraction of that close. Missing without two numbers. */
export const moveFromClose = ({ root, value, previousClose }: UnderlyingQuote): Reading<number> => {
  const fact = `previous close of ${root}`;
  if (!Number.isFinite(value)) return missing(priceOf(root), 'non-finite', String(value));
  if (previousClose <= 0) return missing(fact, 'absent', `${previousClose} is no price`);
  return readingOf(fact, Math.abs(value - previousClose) / previousClose);
};

const priceOf = (root: Root): string => `price of ${root}`;

import { isLeft } from 'fp-ts/lib/Either.js';
import { known, missing, type Finding, type Reading } from '../../rule/index.js';
import type { Limits } from '../../rule-set/index.js';
import type { CalendarDate, ExchangeTime } from '../../units/index.js';
import type { ChainSlice, OptionQuote } from '../chain.js';
import type { OptionContract, Root } from '../instrument.js';
import type { MarketSnapshot } from '../snapshot.js';
import { freshness } from './freshness.js';
import { currentQuote, listedQuote } from './option-quotes.js';

/** What tells one slice from another: an AM- and a PM-settled expiry may share a date. */
export type SliceKey = Pick<ChainSlice, 'root' | 'expiry' | 'settles'>;

/**
 * The chain of an expiry, fit to be used: fresh, on a price above 0. PM-settled unless the other is asked for
 * by name (D§5.10). Missing: `absent`, `non-finite`, and as `freshness` says. Its quotes are not judged.
 */
export const findSlice = (
  snapshot: MarketSnapshot,
  root: Root,
  expiry: CalendarDate,
  limits: Pick<Limits, 'age.chain'>,
  settles: ChainSlice['settles'] = 'pm',
): Reading<ChainSlice> => {
  const slice = listedSlice(snapshot, { root, expiry, settles });
  if (isLeft(slice)) return slice;
  const age = chainFreshness(slice.right, snapshot.at, limits);
  return isLeft(age) ? age : soundSlice(slice.right);
};

/** A slice that can be priced: finite numbers and a price above 0. Missing: `absent`, `non-finite`. */
export const soundSlice = (slice: ChainSlice): Reading<ChainSlice> => {
  const { underlyingPrice, years, rate, dividendYield } = slice;
  const numbers = [underlyingPrice, years, rate, dividendYield];
  if (!numbers.every(Number.isFinite))
    return missing(nameOf(slice), 'non-finite', `price, years, rate, yield: ${numbers.join(', ')}`);
  return underlyingPrice > 0
    ? known(slice)
    : missing(nameOf(slice), 'absent', `its underlying is at ${underlyingPrice}`);
};

/** The slice of a snapshot, unjudged. Missing: `absent`. */
export const listedSlice = (snapshot: MarketSnapshot, key: SliceKey): Reading<ChainSlice> => {
  const slice = snapshot.chains.find(
    ({ root, expiry, settles }) => root === key.root && expiry === key.expiry && settles === key.settles,
  );
  return slice === undefined ? missing(nameOf(key), 'absent', 'the source has none') : known(slice);
};

export const chainFreshness = (
  slice: ChainSlice,
  now: ExchangeTime,
  limits: Pick<Limits, 'age.chain'>,
): Reading<Finding> => freshness(nameOf(slice), { at: slice.at, interval: 0 }, now, limits['age.chain']);

/** A contract's quote at `now`, sound and young enough to trade on. A missing bid stays `null`. */
export const readQuote = (
  slice: ChainSlice,
  contract: OptionContract,
  now: ExchangeTime,
  limits: Pick<Limits, 'age.legQuote'>,
): Reading<OptionQuote> => {
  const quote = listedQuote(slice, contract);
  return isLeft(quote) ? quote : currentQuote(quote.right, now, limits);
};

const nameOf = ({ root, expiry, settles }: SliceKey): string =>
  `chain of ${root} ${expiry}${settles === 'am' ? ' AM' : ''}`;

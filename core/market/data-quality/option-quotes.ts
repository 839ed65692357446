import { isLeft } from 'fp-ts/lib/Either.js';
import { known, missing, type Reading } from '../../rule/index.js';
import type { Limits } from '../../rule-set/index.js';
import type { ExchangeTime } from '../../units/index.js';
import type { ChainSlice, OptionQuote } from '../chain.js';
import { contractKey, type OptionContract } from '../instrument.js';
import { freshness } from './freshness.js';

/** The quote of a contract in a slice, unjudged. Missing: `absent`. */
export const listedQuote = (slice: ChainSlice, contract: OptionContract): Reading<OptionQuote> => {
  const quote = slice.quotes.find((each) => isSameContract(each.contract, contract));
  return quote === undefined ? missing(factOf(contract), 'absent', 'not in the chain') : known(quote);
};

/**
 * A market that makes sense: an ask above 0, and a bid, if anybody bids, from 0 to the ask. Missing: `absent`
 * without an ask, `non-finite`, `crossed` (also a side below 0).
 */
export const soundQuote = (quote: OptionQuote): Reading<OptionQuote> => {
  const fact = factOf(quote.contract);
  const { ask } = quote;
  const bid = quote.bid ?? 0;
  if (ask === null) return missing(fact, 'absent', 'no ask');
  if (!Number.isFinite(bid) || !Number.isFinite(ask)) return missing(fact, 'non-finite', `${bid} / ${ask}`);
  if (bid < 0 || ask < bid) return missing(fact, 'crossed', `${bid} / ${ask}`);
  return ask > 0 ? known(quote) : missing(fact, 'absent', 'an ask of 0');
};

/** A sound quote young enough to trade on. Missing as `soundQuote` and `freshness` say. */
export const currentQuote = (
  quote: OptionQuote,
  now: ExchangeTime,
  limits: Pick<Limits, 'age.legQuote'>,
): Reading<OptionQuote> => {
  const age = freshness(factOf(quote.contract), { at: quote.at, interval: 0 }, now, limits['age.legQuote']);
  return isLeft(age) ? age : soundQuote(quote);
};

const factOf = (contract: OptionContract): string => `quote of ${contractKey(contract)}`;

export const isSameContract = (a: OptionContract, b: OptionContract): boolean =>
  a.strike === b.strike &&
  a.right === b.right &&
  a.expiry === b.expiry &&
  a.root === b.root &&
  a.settles === b.settles;

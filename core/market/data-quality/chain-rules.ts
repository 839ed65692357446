import { chain as andThen, isLeft, isRight } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { fail, known, measured, mustBeAtLeast, unknown, type Gap, type Verdict } from '../../rule/index.js';
import { defineRule, type Limits } from '../../rule-set/index.js';
import type { ExchangeTime } from '../../units/index.js';
import type { ChainSlice, OptionQuote, Watch } from '../chain.js';
import type { OptionContract } from '../instrument.js';
import { chainFreshness, soundSlice } from './chain-readings.js';
import type { ChainFacts } from './facts.js';
import { isSameContract, soundQuote } from './option-quotes.js';
import { verdictOf } from './verdict-of.js';

/** Check 5. */
export const chainFresh = defineRule({
  id: 'data.chain.fresh',
  statement: 'The chain is at most {age.chain} old and never newer than now',
  source: 'R§3.2 check 5; R§8.1; D§1',
  parameters: ['age.chain'],
  check: ({ at, chain }: ChainFacts, limits) =>
    verdictOf(chain, (slice) => chainFreshness(slice, at, limits)),
});

/**
 * Check 6. A band of strikes must hold the quotes, but no more of them than fit into it; of contracts asked for
 * by name every one must be there.
 */
export const chainComplete = defineRule({
  id: 'data.chain.complete',
  statement:
    'The needed expiry is there with at least {chain.quotes} ({chain.quotesLastDay#} on the day of expiry) as far as the strikes asked for, {chain.strikeSpacing} apart, can hold them, or every contract asked for by name; {chain.validShare} of the quotes are valid',
  source: 'R§3.2 check 6; R§8.1',
  parameters: ['chain.quotes', 'chain.quotesLastDay', 'chain.strikeSpacing', 'chain.validShare'],
  check: ({ at, chain, asked }: ChainFacts, limits) => {
    const slice = pipe(chain, andThen(soundSlice));
    return isLeft(slice) ? unknown(slice.left) : completeness(slice.right, asked, at, limits);
  },
});

type ChainLimits = Pick<
  Limits,
  'chain.quotes' | 'chain.quotesLastDay' | 'chain.strikeSpacing' | 'chain.validShare'
>;

const completeness = (slice: ChainSlice, asked: Watch, at: ExchangeTime, limits: ChainLimits): Verdict => {
  const { quotes, found, needed } =
    asked._tag === 'Band' ? bandQuotes(slice, asked, at, limits) : namedQuotes(slice, asked.contracts);
  if (needed === 0) return unknown(nobodyAsked(slice));
  if (found < needed) return fail(measured(found, 'at least', needed, 'quotes'));
  const valid = quotes.filter((quote) => isRight(soundQuote(quote))).length;
  return mustBeAtLeast(known(valid / quotes.length), limits['chain.validShare'], 'fraction');
};

/** The quotes that answer a request, how many of those asked for were found, and how many must be. */
interface Answered {
  readonly quotes: ReadonlyArray<OptionQuote>;
  readonly found: number;
  readonly needed: number;
}

type Band = Extract<Watch, { readonly _tag: 'Band' }>;

const bandQuotes = (slice: ChainSlice, band: Band, at: ExchangeTime, limits: ChainLimits): Answered => {
  const wanted = slice.expiry === at.date ? limits['chain.quotesLastDay'] : limits['chain.quotes'];
  const { from, to } = band.strikes;
  const width = (to.ratio - from.ratio) * slice.underlyingPrice + to.offset - from.offset;
  const room = Math.floor(width / limits['chain.strikeSpacing']) * band.rights.length;
  // At least 1, so that an empty slice never passes.
  const needed = room > 1 ? Math.min(wanted, room) : 1;
  return { quotes: slice.quotes, found: slice.quotes.length, needed };
};

const namedQuotes = (slice: ChainSlice, contracts: ReadonlyArray<OptionContract>): Answered => {
  const named = contracts.filter(
    ({ root, expiry, settles }) =>
      root === slice.root && expiry === slice.expiry && settles === slice.settles,
  );
  const quotes = slice.quotes.filter(({ contract }) => named.some((each) => isSameContract(each, contract)));
  const found = named.filter((each) => quotes.some(({ contract }) => isSameContract(each, contract)));
  return { quotes, found: found.length, needed: named.length };
};

const nobodyAsked = ({ root, expiry }: ChainSlice): Gap => ({
  fact: `chain of ${root} ${expiry}`,
  reason: 'absent',
  detail: 'none of its contracts was asked for',
});

import { chain, isLeft } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { separate } from 'fp-ts/lib/ReadonlyArray.js';
import {
  measured,
  fail,
  mustHold,
  pass,
  readingOf,
  unknown,
  type Gap,
  type Reading,
} from '../../rule/index.js';
import { defineRule, type Limits } from '../../rule-set/index.js';
import type { ExchangeTime } from '../../units/index.js';
import type { OptionQuote } from '../chain.js';
import { contractKey } from '../instrument.js';
import type { LegFacts } from './facts.js';
import { freshness } from './freshness.js';
import { currentQuote } from './option-quotes.js';

/** Check 7. A long leg without a bid is allowed: it can only be worth less than it costs. */
export const legQuotes = defineRule({
  id: 'data.legs.quotes',
  statement:
    'Every leg has an ask above 0, no bid above it and none below 0, at most {age.legQuote} old; every short leg has a bid above 0',
  source: 'R§3.2 check 7; R§8.1; D§1',
  parameters: ['age.legQuote'],
  check: ({ at, legs }: LegFacts, limits) => {
    const { left: gaps } = separate(
      legs.map(({ quote }) =>
        pipe(
          quote,
          chain((found) => currentQuote(found, at, limits)),
        ),
      ),
    );
    if (legs.length === 0) return unknown(noLegs);
    if (gaps.length > 0) return unknown(...gaps);
    const bidless = legs.filter(({ short, quote }) => short && !hasBid(quote));
    return mustHold(
      bidless.length === 0,
      bidless.length === 0
        ? `${legs.length} legs quoted`
        : `no bid for ${bidless.map(({ contract }) => contractKey(contract)).join(', ')}`,
      'a sound quote of every leg, with a bid above 0 where it is sold',
    );
  },
});

/**
 * Check 9, the part the market answers: volatility and its age. The Greeks computed from it come with the
 * portfolio, and carry their own age there.
 */
export const legGreeks = defineRule({
  id: 'data.legs.greeks',
  statement:
    "Every leg's implied volatility is above 0, at most {quote.highestVolatility#} and at most {age.impliedVolatility} old",
  source: 'R§3.2 check 9; R§8.1; D§1',
  parameters: ['quote.highestVolatility', 'age.impliedVolatility'],
  check: ({ at, legs }: LegFacts, limits) => {
    const { left: gaps, right: volatilities } = separate(
      legs.map(({ quote }) =>
        pipe(
          quote,
          chain((found) => volatilityOf(found, at, limits)),
        ),
      ),
    );
    if (legs.length === 0) return unknown(noLegs);
    if (gaps.length > 0) return unknown(...gaps);
    const highestAllowed = limits['quote.highestVolatility'];
    const lowest = volatilities.reduce((a, b) => Math.min(a, b));
    if (lowest <= 0) return fail(measured(lowest, 'above', 0, 'multiple'));
    const highest = volatilities.reduce((a, b) => Math.max(a, b));
    const finding = measured(highest, 'at most', highestAllowed, 'multiple');
    return highest <= highestAllowed ? pass(finding) : fail(finding);
  },
});

const noLegs: Gap = { fact: 'legs', reason: 'absent', detail: 'the proposal has none' };

const hasBid = (quote: Reading<OptionQuote>): boolean => !isLeft(quote) && (quote.right.bid ?? 0) > 0;

const volatilityOf = (
  { contract, at, impliedVolatility }: OptionQuote,
  now: ExchangeTime,
  limits: Pick<Limits, 'age.impliedVolatility'>,
): Reading<number> => {
  const fact = `implied volatility of ${contractKey(contract)}`;
  const age = freshness(fact, { at, interval: 0 }, now, limits['age.impliedVolatility']);
  return isLeft(age) ? age : readingOf(fact, impliedVolatility);
};

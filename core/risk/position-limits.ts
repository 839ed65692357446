import { isLeft, map } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { mustBeBelow, notApplicable, type Reading, strictest } from '../rule/index.js';
import { defineRule } from '../rule-set/index.js';
import { isSpyEquivalentSymbol, rootOfSymbol, type PositionCounts } from './concentration.js';
import { inPhase, limitInPhase, phaseParameters, type PhaseFacts } from './phase-in-force.js';

/** The book before the proposed entry, and what the entry would add to it. */
export interface CountFacts {
  readonly counts: Reading<PositionCounts>;
  readonly proposal: { readonly symbol: string; readonly shortVolatility: boolean };
}

export const totalPositionsBelowLimit = defineRule({
  id: 'acct.totalPositions',
  statement:
    'Positions open and working are fewer than the phase holds ({phase1.positions#}, {phase2.positions#}, {phase3.positions#}, {phase4.positions#}); on probation phase 1 counts and fewer than {probation.newPositions#} are new',
  source: '[seed] MAX_POSITIONS_BY_PHASE; R§3.2 #25; D§1, D§5.3',
  parameters: [...phaseParameters('positions'), 'probation.newPositions'],
  check: (facts: CountFacts & PhaseFacts, limits) =>
    inPhase(facts, (phase) => {
      const inBook = mustBeBelow(
        countOf(facts, ({ total }) => total),
        limitInPhase('positions', phase, limits),
        'positions',
      );
      if (facts.breaker._tag !== 'Probation' || isLeft(facts.counts)) return inBook;
      const sinceProbation = countOf(facts, ({ onProbation }) => onProbation);
      return strictest(inBook, mustBeBelow(sinceProbation, limits['probation.newPositions'], 'positions'));
    }),
});

export const spyEquivalentBelowLimit = defineRule({
  id: 'risk.spyEquivalent',
  statement: 'Positions on the S&P 500, open and working, are fewer than {spyEquivalent.positions}',
  source: '[seed] SPY-equivalent limit; R§2.4, R§3.2 #38; D§1',
  parameters: ['spyEquivalent.positions'],
  check: (facts: CountFacts, limits) =>
    isSpyEquivalentSymbol(facts.proposal.symbol)
      ? mustBeBelow(
          countOf(facts, ({ spyEquivalent }) => spyEquivalent),
          limits['spyEquivalent.positions'],
          'positions',
        )
      : notApplicable(`${facts.proposal.symbol} does not follow the S&P 500`),
});

export const singleUnderlyingBelowLimit = defineRule({
  id: 'risk.singleUnderlying',
  statement: 'Positions on the same root, open and working, are fewer than {singleUnderlying.positions}',
  source: '[seed] same-underlying limit; R§2.4, R§3.2 #39; D§5.11',
  parameters: ['singleUnderlying.positions'],
  check: (facts: CountFacts, limits) =>
    mustBeBelow(
      countOf(facts, ({ byRoot }) => byRoot[rootOfSymbol(facts.proposal.symbol)] ?? 0),
      limits['singleUnderlying.positions'],
      'positions',
    ),
});

export const shortVolatilityBelowLimit = defineRule({
  id: 'risk.shortVol',
  statement: 'Short-volatility positions, open and working, are fewer than {shortVolatility.positions}',
  source: '[seed] short-volatility limit; R§2.4, R§3.2 #40; D§1',
  parameters: ['shortVolatility.positions'],
  check: (facts: CountFacts, limits) =>
    facts.proposal.shortVolatility
      ? mustBeBelow(
          countOf(facts, ({ shortVolatility }) => shortVolatility),
          limits['shortVolatility.positions'],
          'positions',
        )
      : notApplicable('the proposal is not short volatility'),
});

const countOf = (
  { counts }: Pick<CountFacts, 'counts'>,
  count: (counts: PositionCounts) => number,
): Reading<number> => pipe(counts, map(count));

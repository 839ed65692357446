import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cents,
  creditAgainstFees,
  known,
  missing,
  roundTripFees,
  type FeeFacts,
  type Verdict,
} from '../../../core/index.js';
import { esCondor, limits, mesCondor, spySpread } from './structures.js';

const verdict = (credit: number, fees: number, entry: FeeFacts['entry'] = 'credit'): Verdict =>
  creditAgainstFees.check({ entry, credit: known(cents(credit)), roundTripFees: known(cents(fees)) }, limits);

describe('a credit against its fees', () => {
  it.each([
    [6_399, 'Fail'],
    [6_400, 'Fail'],
    [6_401, 'Pass'],
  ])('of %d cents for an ES condor, whose round trip costs $32, answers %s', (credit, tag) => {
    expect(verdict(credit, roundTripFees(esCondor.legs, 1, limits))._tag).toBe(tag);
  });

  it('of 3.00 points on ES is $150 and passes; on MES it is $15 against fees of $16 and fails', () => {
    // Half of 3.00 × $50 is $75 > $32. Half of 3.00 × $5 is $7.50 < $16: a MES condor needs 6.40 points.
    expect(verdict(15_000, roundTripFees(esCondor.legs, 1, limits))._tag).toBe('Pass');
    expect(verdict(1_500, roundTripFees(mesCondor.legs, 1, limits))).toMatchObject({
      _tag: 'Fail',
      finding: { observed: 7.5, limit: 16, distance: 8.5, unit: 'USD' },
    });
  });

  it('of 0.80 points on a SPY spread is $80, half of it far above $2.40', () => {
    expect(verdict(8_000, roundTripFees(spySpread.legs, 1, limits))._tag).toBe('Pass');
  });

  it('does not apply to a debit', () => {
    expect(verdict(-8_000, 240, 'debit')._tag).toBe('NotApplicable');
  });

  it('of a credit entry that would pay fails', () => {
    expect(verdict(-1, 0)._tag).toBe('Fail');
  });

  it('is unknown exactly when one of the two is missing, and names every one', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.nat(), fc.nat(), (hasCredit, hasFees, credit, fees) => {
        const answer = creditAgainstFees.check(
          {
            entry: 'credit',
            credit: hasCredit ? known(cents(credit)) : missing('credit', 'absent'),
            roundTripFees: hasFees ? known(cents(fees)) : missing('round-trip fees', 'absent'),
          },
          limits,
        );
        expect(answer._tag === 'Unknown').toBe(!(hasCredit && hasFees));
        if (answer._tag === 'Unknown') expect(answer.missing).toHaveLength(hasCredit || hasFees ? 1 : 2);
      }),
      { numRuns: 1_000 },
    );
  });

  it('that passes goes on passing with more credit or lower fees', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (credit, fees, more) => {
        fc.pre(verdict(credit, fees)._tag === 'Pass');
        expect(verdict(credit + more, fees)._tag).toBe('Pass');
        expect(verdict(credit, Math.max(0, fees - more))._tag).toBe('Pass');
      }),
      { numRuns: 1_000 },
    );
  });
});

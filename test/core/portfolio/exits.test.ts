import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideExit,
  fail,
  known,
  missing,
  notApplicable,
  pass,
  profitTarget,
  stated,
  stopLoss,
  unknown,
  warn,
  type CreditExitFacts,
  type ExitReason,
  type ExitRule,
  type Reading,
  type Verdict,
} from '../../../core/index.js';
import { limits, tag } from '../market/fixtures.js';

const facts = (credit: number, cost: Reading<number>, target = 0.5): CreditExitFacts => ({
  credit,
  cost,
  profitTarget: target,
});

const stop = (credit: number, cost: number): string =>
  tag(stopLoss.rule.check(facts(credit, known(cost)), limits));

const profit = (credit: number, cost: number, target = 0.5): string =>
  tag(profitTarget.rule.check(facts(credit, known(cost), target), limits));

const hundredths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((value) => value / 100);

describe('“Stop loss: 200% of credit received”', () => {
  it.each([
    // A loss of 200% of the credit: closing costs three times it. Credit 1.00, a cent to either side of 3.00.
    [1, 2.99, 'Fail'],
    [1, 3, 'Pass'],
    [1, 3.01, 'Pass'],
    // 3 × 1.10 is 3.3000000000000003 in binary; the price 3.30 still meets the bound.
    [1.1, 3.29, 'Fail'],
    [1.1, 3.3, 'Pass'],
    [0.1, 0.3, 'Pass'],
    [0.7, 2.1, 'Pass'],
    [4, 0, 'Fail'],
  ])('on a credit of %d at a cost of %d: %s', (credit, cost, expected) => {
    expect(stop(credit, cost)).toBe(expected);
  });

  it('is due exactly from three times the credit on, on every tick', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 20_000 }), (credit, cost) => {
        expect(stop(credit / 100, cost / 100)).toBe(cost >= 3 * credit ? 'Pass' : 'Fail');
      }),
      { numRuns: 1_000 },
    );
  });

  it('once due stays due as closing gets dearer', () => {
    fc.assert(
      fc.property(
        hundredths(1, 5_000),
        hundredths(0, 20_000),
        hundredths(0, 20_000),
        (credit, cost, more) => {
          expect(stop(credit, cost) === 'Fail' || stop(credit, cost + more) === 'Pass').toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('“Profit target: 50% of credit received”', () => {
  it.each([
    // Credit 1.00, a cent to either side of 0.50.
    [1, 0.51, 'Fail'],
    [1, 0.5, 'Pass'],
    [1, 0.49, 'Pass'],
    [0.3, 0.15, 'Pass'],
    [0.3, 0.16, 'Fail'],
    [1, 0, 'Pass'],
    [1, -0.05, 'Pass'],
  ])('on a credit of %d at a cost of %d: %s', (credit, cost, expected) => {
    expect(profit(credit, cost)).toBe(expected);
  });

  it('is 25% while drawdown tightens it: closing may cost up to 0.75 of the credit', () => {
    expect([0.74, 0.75, 0.76].map((cost) => profit(1, cost, 0.25))).toEqual(['Pass', 'Pass', 'Fail']);
  });

  it('is met exactly when the prices meet it, whatever the target in whole percents', () => {
    const percent = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(percent, fc.integer({ min: 1, max: 5_000 }), fc.nat(6_000), (target, credit, cost) => {
        const due = 100 * cost <= (100 - target) * credit;
        expect(profit(credit / 100, cost / 100, target / 100)).toBe(due ? 'Pass' : 'Fail');
      }),
      // The bound itself, at targets whose complement is no binary fraction.
      {
        numRuns: 1_000,
        examples: [
          [80, 100, 20],
          [90, 100, 10],
          [70, 100, 30],
          [85, 200, 30],
        ],
      },
    );
  });

  it('once due stays due as closing gets cheaper, and a lower target is reached sooner', () => {
    fc.assert(
      fc.property(hundredths(1, 5_000), hundredths(0, 5_000), hundredths(0, 100), (credit, cost, less) => {
        expect(profit(credit, cost) === 'Fail' || profit(credit, cost - less) === 'Pass').toBe(true);
        expect(profit(credit, cost, 0.5) === 'Fail' || profit(credit, cost, 0.25) === 'Pass').toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an exit that looks at the cost', () => {
  it('is unknown exactly when the cost is missing, and names the gap', () => {
    const cost = fc.option(hundredths(-100, 20_000), { nil: null });
    fc.assert(
      fc.property(hundredths(1, 5_000), cost, (credit, value) => {
        const reading = value === null ? missing('cost to close', 'crossed', '1.3 / 1.2') : known(value);
        [stopLoss, profitTarget].forEach(({ rule }) => {
          const verdict = rule.check(facts(credit, reading), limits);
          expect(verdict._tag === 'Unknown').toBe(value === null);
          if (verdict._tag === 'Unknown')
            expect(verdict.missing).toEqual([
              { fact: 'cost to close', reason: 'crossed', detail: '1.3 / 1.2' },
            ]);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('never finds a stop and a profit on one price', () => {
    fc.assert(
      fc.property(hundredths(1, 5_000), hundredths(0, 20_000), (credit, cost) => {
        expect(stop(credit, cost) === 'Pass' && profit(credit, cost) === 'Pass').toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

const order: ReadonlyArray<ExitReason> = ['emergency', 'time', 'stop', 'profit'];
const finding = stated('seen', 'wanted');
const verdicts: ReadonlyArray<Verdict> = [
  pass(finding),
  fail(finding),
  warn(finding),
  unknown({ fact: 'cost', reason: 'absent', detail: '' }),
  notApplicable('no'),
];

const answering = (reason: ExitReason, verdict: Verdict): ExitRule<null> => ({
  reason,
  rule: { id: `exit.${reason}`, statement: 'x', source: 'test', parameters: [], check: () => verdict },
});

const anyRules = fc.array(
  fc.record({ reason: fc.constantFrom(...order), verdict: fc.constantFrom(...verdicts) }),
  { maxLength: 6 },
);

describe('the decision to leave', () => {
  it('takes the strongest exit that is due: emergency, time, stop, profit', () => {
    order.forEach((_, first) => {
      const due = order.slice(first).map((reason) => answering(reason, pass(finding)));
      expect(decideExit([...due].reverse(), null, limits).due).toBe(order[first]);
    });
    expect(decideExit([], null, limits)).toEqual({ due: null, answers: [], stopUnknown: false });
  });

  it('does not depend on the order of the rules, and asks every one', () => {
    fc.assert(
      fc.property(anyRules, (rows) => {
        const rules = rows.map(({ reason, verdict }) => answering(reason, verdict));
        const decision = decideExit(rules, null, limits);
        const expected = order.find((reason) =>
          rows.some((row) => row.reason === reason && row.verdict._tag === 'Pass'),
        );
        expect(decision.due).toBe(expected ?? null);
        expect(decideExit([...rules].reverse(), null, limits).due).toBe(decision.due);
        expect(decision.answers).toEqual(
          rows.map(({ reason, verdict }) => ({ rule: `exit.${reason}`, verdict })),
        );
        expect(decision.stopUnknown).toBe(
          rows.some(({ reason, verdict }) => reason === 'stop' && verdict._tag === 'Unknown'),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never loosened by one more rule', () => {
    const rank = (due: ExitReason | null): number => (due === null ? order.length : order.indexOf(due));
    fc.assert(
      fc.property(
        anyRules,
        fc.constantFrom(...order),
        fc.constantFrom(...verdicts),
        (rows, reason, verdict) => {
          const rules = rows.map((row) => answering(row.reason, row.verdict));
          const before = decideExit(rules, null, limits).due;
          const after = decideExit([...rules, answering(reason, verdict)], null, limits).due;
          expect(rank(after)).toBeLessThanOrEqual(rank(before));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

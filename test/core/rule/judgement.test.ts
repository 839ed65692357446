import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askAll,
  blocks,
  fail,
  judge,
  notApplicable,
  pass,
  stated,
  unknown,
  warn,
  type Answer,
  type Rule,
  type Verdict,
} from '../../../core/index.js';
import { anyAnswers, anyVerdict } from './any-verdict.js';

const finding = stated('seen', 'wanted');
const gap = { fact: 'VIX', reason: 'absent', detail: '' } as const;
const answer = (rule: string, verdict: Verdict): Answer => ({ rule, verdict });

describe('what blocks', () => {
  it.each([
    [pass(finding), false],
    [warn(finding, 0.5), false],
    [notApplicable('no filter'), false],
    [fail(finding), true],
    [unknown(gap), true],
  ])('%o: %s', (verdict, expected) => {
    expect(blocks(verdict)).toBe(expected);
  });
});

describe('a judgement', () => {
  it('of no answers allows at full size', () => {
    expect(judge([])).toEqual({ allowed: true, blockedBy: [], sizeMultiplier: 1 });
  });

  it('takes the smallest multiplier; reductions do not multiply', () => {
    const answers = [
      answer('a', warn(finding, 0.5)),
      answer('b', warn(finding, 0.75)),
      answer('c', pass(finding)),
    ];
    expect(judge(answers)).toEqual({ allowed: true, blockedBy: [], sizeMultiplier: 0.5 });
  });

  it('names every answer that blocks, in the order they were asked', () => {
    const answers = [
      answer('a', fail(finding)),
      answer('b', pass(finding)),
      answer('c', unknown(gap)),
      answer('d', fail(finding)),
    ];
    expect(judge(answers).blockedBy.map(({ rule }) => rule)).toEqual(['a', 'c', 'd']);
    expect(judge(answers).allowed).toBe(false);
  });

  it('allows exactly when nothing blocks', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const judgement = judge(answers);
        expect(judgement.allowed).toBe(!answers.some(({ verdict }) => blocks(verdict)));
        expect(judgement.blockedBy).toEqual(answers.filter(({ verdict }) => blocks(verdict)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never loosened by one more answer', () => {
    fc.assert(
      fc.property(anyAnswers, anyVerdict, fc.nat(8), (answers, verdict, place) => {
        const more = [...answers.slice(0, place), answer('one more', verdict), ...answers.slice(place)];
        const [before, after] = [judge(answers), judge(more)];
        expect(before.allowed || !after.allowed).toBe(true);
        expect(after.sizeMultiplier).toBeLessThanOrEqual(before.sizeMultiplier);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const [forwards, backwards] = [judge(answers), judge([...answers].reverse())];
        expect(backwards.allowed).toBe(forwards.allowed);
        expect(backwards.sizeMultiplier).toBe(forwards.sizeMultiplier);
        expect([...backwards.blockedBy].reverse()).toEqual(forwards.blockedBy);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('asking all', () => {
  const rule = (id: string, verdict: Verdict): Rule<null, null> => ({
    id,
    statement: id,
    source: 'test',
    parameters: [],
    check: () => verdict,
  });

  it('asks every rule, blocked or not, and answers in their order', () => {
    fc.assert(
      fc.property(fc.array(anyVerdict, { maxLength: 8 }), (verdicts) => {
        const rules = verdicts.map((verdict, index) => rule(`rule ${index}`, verdict));
        const answers = askAll(rules, null, null);
        expect(answers).toEqual(verdicts.map((verdict, index) => answer(`rule ${index}`, verdict)));
        expect(askAll([...rules].reverse(), null, null)).toEqual([...answers].reverse());
      }),
      { numRuns: 1_000 },
    );
  });

  it('hands each rule the facts and the limits', () => {
    const seen: Rule<string, number> = {
      id: 'seen',
      statement: 'seen',
      source: 'test',
      parameters: [],
      check: (facts, limits) => pass(stated(facts, String(limits))),
    };
    expect(askAll([seen], 'facts', 7)).toEqual([answer('seen', pass(stated('facts', '7')))]);
  });
});

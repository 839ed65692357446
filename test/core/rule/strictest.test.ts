import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocks,
  fail,
  notApplicable,
  pass,
  stated,
  strictest,
  unknown,
  warn,
  warnOnly,
  type Verdict,
} from '../../../core/index.js';
import { anyVerdict } from './any-verdict.js';

const finding = stated('seen', 'wanted');
const gap = (fact: string): { fact: string; reason: 'absent'; detail: string } => ({
  fact,
  reason: 'absent',
  detail: '',
});
const grave: ReadonlyArray<Verdict> = [
  notApplicable('no filter'),
  pass(finding),
  warn(finding, 0.5),
  fail(finding),
  unknown(gap('VIX')),
];

describe('the strictest of several verdicts', () => {
  it('is the gravest: Unknown, Fail, Warn, Pass, NotApplicable', () => {
    grave.forEach((a, i) => {
      grave.forEach((b, j) => {
        expect(strictest(a, b)._tag).toBe(grave[Math.max(i, j)]?._tag);
      });
    });
  });

  it('of two warnings is the one with the smaller size, whichever comes first', () => {
    expect(strictest(warn(finding, 0.5), warn(finding, 1))).toEqual(warn(finding, 0.5));
    expect(strictest(warn(finding, 1), warn(finding, 0.5))).toEqual(warn(finding, 0.5));
  });

  it('of equals is the first', () => {
    expect(strictest(fail(stated('a', '')), fail(stated('b', '')))).toEqual(fail(stated('a', '')));
    expect(strictest(warn(stated('a', ''), 1), warn(stated('b', ''), 1))).toEqual(warn(stated('a', ''), 1));
  });

  it('keeps every gap, in order', () => {
    expect(strictest(unknown(gap('a'), gap('b')), pass(finding), unknown(gap('c')))).toEqual(
      unknown(gap('a'), gap('b'), gap('c')),
    );
  });

  it('is associative, has itself for itself unless gaps add up, and blocks exactly when one of them does', () => {
    fc.assert(
      fc.property(anyVerdict, anyVerdict, anyVerdict, (a, b, c) => {
        const all = strictest(a, b, c);
        expect(strictest(strictest(a, b), c)).toEqual(all);
        expect(strictest(a, strictest(b, c))).toEqual(all);
        expect(blocks(all)).toBe([a, b, c].some(blocks));
        expect(strictest(a)).toEqual(a);
        if (a._tag !== 'Unknown') expect(strictest(a, a)).toEqual(a);
        expect(strictest(c, b, a)._tag).toBe(all._tag);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a condition that only warns', () => {
  it('turns a failure into a warning at the size it names, and leaves the rest alone', () => {
    expect(warnOnly(fail(finding), 0.5)).toEqual(warn(finding, 0.5));
    expect(warnOnly(fail(finding))).toEqual(warn(finding, 1));
    fc.assert(
      fc.property(anyVerdict, (verdict) => {
        expect(warnOnly(verdict, 0.5)._tag).toBe(verdict._tag === 'Fail' ? 'Warn' : verdict._tag);
        if (verdict._tag !== 'Fail') expect(warnOnly(verdict, 0.5)).toEqual(verdict);
      }),
      { numRuns: 1_000 },
    );
  });
});

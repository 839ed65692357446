import { isLeft } from 'fp-ts/lib/Either.js';
import { measured, stated, type Comparison, type Unit } from './finding.js';
import type { Reading } from './reading.js';
import { fail, pass, unknown, type Verdict } from './verdict.js';

type Compare = (observed: Reading<number>, limit: number, unit: Unit) => Verdict;

/** Passes strictly above the limit; the limit itself fails. */
export const mustBeAbove: Compare = (observed, limit, unit) => compare(observed, 'above', limit, unit);

/** Passes at the limit and above. */
export const mustBeAtLeast: Compare = (observed, limit, unit) => compare(observed, 'at least', limit, unit);

/** Passes strictly below the limit; the limit itself fails. */
export const mustBeBelow: Compare = (observed, limit, unit) => compare(observed, 'below', limit, unit);

/** Passes at the limit and below. */
export const mustBeAtMost: Compare = (observed, limit, unit) => compare(observed, 'at most', limit, unit);

/** Passes when the fact is what is required. */
export const mustBe = (observed: Reading<string>, required: string): Verdict => {
  if (isLeft(observed)) return unknown(observed.left);
  const finding = stated(observed.right, required);
  return observed.right === required ? pass(finding) : fail(finding);
};

/** Passes when the condition holds; `observed` and `required` say what was seen and wanted. */
export const mustHold = (holds: boolean, observed: string, required: string): Verdict =>
  holds ? pass(stated(observed, required)) : fail(stated(observed, required));

const holds = (observed: number, comparison: Comparison, limit: number): boolean => {
  switch (comparison) {
    case 'above':
      return observed > limit;
    case 'at least':
      return observed >= limit;
    case 'below':
      return observed < limit;
    case 'at most':
      return observed <= limit;
    case 'exactly':
      return observed === limit;
  }
};

const compare = (observed: Reading<number>, comparison: Comparison, limit: number, unit: Unit): Verdict => {
  if (isLeft(observed)) return unknown(observed.left);
  if (!Number.isFinite(observed.right))
    return unknown({ fact: unit, reason: 'non-finite', detail: String(observed.right) });
  const finding = measured(observed.right, comparison, limit, unit);
  return holds(observed.right, comparison, limit) ? pass(finding) : fail(finding);
};

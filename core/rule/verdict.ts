import type { Finding } from './finding.js';
import type { Gap } from './reading.js';

/**
 * A rule's answer. `Fail` and `Unknown` block; `Warn` allows, at a size multiplied by `sizeMultiplier`
 * (1 leaves it alone); `NotApplicable` is decided by the structure or by what the source supplies, never by
 * a missing value.
 */
export type Verdict =
  | { readonly _tag: 'Pass'; readonly finding: Finding }
  | { readonly _tag: 'Warn'; readonly finding: Finding; readonly sizeMultiplier: number }
  | { readonly _tag: 'Fail'; readonly finding: Finding }
  | { readonly _tag: 'Unknown'; readonly missing: ReadonlyArray<Gap> }
  | { readonly _tag: 'NotApplicable'; readonly reason: string };

export const pass = (finding: Finding): Verdict => ({ _tag: 'Pass', finding });

export const warn = (finding: Finding, sizeMultiplier = 1): Verdict => ({
  _tag: 'Warn',
  finding,
  sizeMultiplier,
});

export const fail = (finding: Finding): Verdict => ({ _tag: 'Fail', finding });

export const unknown = (...gaps: ReadonlyArray<Gap>): Verdict => ({ _tag: 'Unknown', missing: gaps });

export const notApplicable = (reason: string): Verdict => ({ _tag: 'NotApplicable', reason });

export const blocks = (verdict: Verdict): boolean => verdict._tag === 'Fail' || verdict._tag === 'Unknown';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fail,
  gapText,
  known,
  mustBeAbove,
  mustBeAtMost,
  notApplicable,
  pass,
  stated,
  unknown,
  verdictText,
  warn,
} from '../../../core/index.js';
import { anyVerdict } from '../rule/any-verdict.js';

describe('a verdict as text', () => {
  it('of a number says what was seen and what was required', () => {
    expect(verdictText(mustBeAbove(known(21.5), 22, 'vol points'))).toBe(
      '21.5 vol points; required: above 22 vol points',
    );
    expect(verdictText(mustBeAtMost(known(0.05), 0.1, 'fraction'))).toBe('5%; required: at most 10%');
  });

  it('of a fact says both', () => {
    expect(verdictText(pass(stated('phase 2', 'phase 1 to 4')))).toBe('phase 2; required: phase 1 to 4');
    expect(verdictText(fail(stated('phase 0', 'phase 1 to 4')))).toBe('phase 0; required: phase 1 to 4');
  });

  it('of a warning names the size, unless it leaves size alone', () => {
    const finding = stated('OPEX on 2025-03-21', 'none');
    expect(verdictText(warn(finding, 0.5))).toBe('OPEX on 2025-03-21; required: none; size × 0.5');
    expect(verdictText(warn(finding))).toBe('OPEX on 2025-03-21; required: none');
  });

  it('of missing facts names every one and why', () => {
    const vix = { fact: 'VIX', reason: 'stale', detail: '6 minutes old' } as const;
    const chain = { fact: 'SPY chain', reason: 'absent', detail: '' } as const;
    expect(verdictText(unknown(vix, chain))).toBe('VIX is stale: 6 minutes old; SPY chain is absent');
    expect(gapText(chain)).toBe('SPY chain is absent');
  });

  it('that does not apply gives the reason', () => {
    expect(verdictText(notApplicable('the strategy has no market filter'))).toBe(
      'the strategy has no market filter',
    );
  });

  it('leaves out no gap and no finding, whatever the verdict', () => {
    fc.assert(
      fc.property(anyVerdict, (verdict) => {
        const text = verdictText(verdict);
        if (verdict._tag === 'Unknown')
          verdict.missing.forEach((gap) => {
            expect(text).toContain(gapText(gap));
          });
        if ('finding' in verdict) expect(text).toContain('; required: ');
      }),
      { numRuns: 1_000 },
    );
  });
});

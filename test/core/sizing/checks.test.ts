import fc from 'fast-check';
import { left } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  askAll,
  blocks,
  missing,
  sizeBuyingPower,
  sizeCaps,
  sizePosition,
  sizePositive,
  type SizingFacts,
  type SizingRequest,
} from '../../../core/index.js';
import { condorOnES, limits, putSpreadOnSPY, requests, sized, usd } from './sizing-request.js';

const checks = [sizePositive, sizeCaps, sizeBuyingPower];
const facts = (request: SizingRequest, rules = limits): SizingFacts => ({
  sizing: sizePosition(request, rules),
});

describe('check 42, size.positive', () => {
  it('passes at one contract and fails at none', () => {
    expect(sizePositive.check(facts(condorOnES), limits)).toMatchObject({
      _tag: 'Pass',
      finding: { observed: 1, comparison: 'at least', limit: 1 },
    });
    expect(sizePositive.check(facts({ ...condorOnES, equity: usd(26_319.99) }), limits)).toMatchObject({
      _tag: 'Fail',
      finding: { observed: 0, distance: 1 },
    });
  });

  it('fails without an edge, however much money there is', () => {
    const statistics = { winRate: 0.6, averageWin: 0.5, averageLoss: 2, trades: 20 };
    const rich = { ...condorOnES, equity: usd(900_000), phase: 4 as const, statistics };
    expect(askAll(checks, facts(rich), limits).map(({ verdict }) => verdict._tag)).toEqual([
      'Fail',
      'Pass',
      'Pass',
    ]);
  });
});

describe('check 43, size.caps', () => {
  it('passes when one contract just fits the strategy’s 5%, and fails a cent below', () => {
    // 5% of $26,320 is $1,316.
    const at = (dollars: number): unknown =>
      sizeCaps.check(facts({ ...condorOnES, equity: usd(dollars) }), limits);
    expect(at(26_320)).toMatchObject({
      _tag: 'Pass',
      finding: { observed: 1_316, limit: 1_316, unit: 'USD' },
    });
    expect(at(26_319.8)).toMatchObject({ _tag: 'Fail', finding: { limit: 1_315.99 } });
  });

  it('fails when what is in use leaves the phase less than one contract', () => {
    // Phase 3 may use 65% of $80,000, $52,000.
    const at = (inUse: number): unknown =>
      sizeCaps.check(facts({ ...putSpreadOnSPY, buyingPowerInUse: usd(inUse) }), limits);
    expect(at(51_597.8)).toMatchObject({ _tag: 'Pass', finding: { distance: 0 } });
    expect(at(51_597.81)).toMatchObject({ _tag: 'Fail', finding: { limit: 402.19 } });
  });
});

describe('check 44, size.buyingPower', () => {
  it('fails when one contract would touch the reserve', () => {
    // 80% of $80,000 is $64,000.
    const at = (inUse: number): unknown =>
      sizeBuyingPower.check(facts({ ...putSpreadOnSPY, buyingPowerInUse: usd(inUse) }), limits);
    expect(at(63_597.8)).toMatchObject({ _tag: 'Pass', finding: { limit: 402.2 } });
    expect(at(63_597.81)).toMatchObject({ _tag: 'Fail', finding: { limit: 402.19 } });
  });
});

describe('the three checks', () => {
  it('are Unknown when VIX is missing, and only then', () => {
    const vix = missing('vix', 'stale', '7 minutes old');
    const answers = askAll(checks, facts({ ...condorOnES, vix }), limits);
    expect(answers.map(({ verdict }) => verdict)).toEqual(
      Array(3).fill({ _tag: 'Unknown', missing: [vix._tag === 'Left' ? vix.left : vix] }),
    );
    fc.assert(
      fc.property(requests, (request) => {
        const tags = askAll(checks, facts(request), limits).map(({ verdict }) => verdict._tag);
        expect(tags).not.toContain('Unknown');
      }),
      { numRuns: 1_000 },
    );
  });

  it('fail on an input that no position can be sized with, and name it', () => {
    const error = { _tag: 'InvalidSizingInput', field: 'equity', value: -1, limit: 'x' } as const;
    const answers = askAll(checks, { sizing: left([error]) }, limits);
    answers.forEach(({ verdict }) => {
      expect(verdict).toMatchObject({ _tag: 'Fail', finding: { observed: 'equity -1, not x' } });
    });
  });

  it('always pass the size they were given, and 42 passes exactly when there is one', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const [positive, caps, buyingPower] = askAll(checks, facts(request), limits);
        expect(blocks(positive!.verdict)).toBe(sized(request).contracts === 0);
        if (blocks(caps!.verdict) || blocks(buyingPower!.verdict))
          expect(blocks(positive!.verdict)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

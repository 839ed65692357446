import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocks,
  breakerArmed,
  correlationGroups,
  known,
  lossLimits,
  missing,
  noGreeks,
  riskChecks,
  type BreakerState,
  type PositionCounts,
  type RiskFacts,
  type Verdict,
} from '../../../core/index.js';
import { at, limits } from './account.js';

const rules = [...riskChecks, ...lossLimits];
const ruleOf = (id: string) => rules.find((rule) => rule.id === id) ?? expect.fail(id);

const noPositions: PositionCounts = {
  total: 0,
  byRoot: {},
  spyEquivalent: 0,
  shortVolatility: 0,
  byGroup: { A1: 0, A2: 0, B1: 0, B2: 0, C1: 0, C2: 0, D1: 0, D2: 0, E: 0 },
  ungrouped: [],
  onProbation: 0,
};
const onProbation: BreakerState = { _tag: 'Probation', since: at('2025-03-14', 9, 30), sessions: 0 };

/** An empty, calm account of phase 4 that would open an iron condor on ES. */
const calm: RiskFacts = {
  breaker: breakerArmed,
  phase: known(4),
  vix: known(23),
  previousVixClose: known(22),
  panicSince: null,
  rapidFall: known(0),
  correlation: { _tag: 'NotApplicable', reason: 'one correlation group is held' },
  projectedUsage: known(0.1),
  lossStreak: 0,
  drawdown: known(0),
  dayLoss: known(0),
  weekLoss: known(0),
  monthLoss: known(0),
  counts: known(noPositions),
  proposal: { symbol: 'ES', shortVolatility: true },
  projectedGreeks: known(noGreeks),
};

const answer = (id: string, change: Partial<RiskFacts>): Verdict =>
  ruleOf(id).check({ ...calm, ...change }, limits);
const tagOf = (id: string, change: Partial<RiskFacts>): Verdict['_tag'] => answer(id, change)._tag;
const counting = (counts: Partial<PositionCounts>): Partial<RiskFacts> => ({
  counts: known({ ...noPositions, ...counts }),
});

describe('the checks of risk', () => {
  it('are numbers 25, 28, 33 to 41 and 45 of the list, in its order', () => {
    expect(riskChecks.map(({ id }) => id)).toEqual([
      'acct.totalPositions',
      'strat.vixNotPanic',
      'risk.cb.drawdown',
      'risk.cb.correlation',
      'risk.cb.margin',
      'risk.cb.losses',
      'risk.groupLimit',
      'risk.spyEquivalent',
      'risk.singleUnderlying',
      'risk.shortVol',
      'risk.drawdownLevel',
      'greeks.projected',
    ]);
  });

  it('none blocks a calm account', () => {
    expect(rules.filter((rule) => blocks(rule.check(calm, limits))).map(({ id }) => id)).toEqual([]);
  });

  it('name every parameter their statements print', () => {
    const printed = rules.flatMap(({ id, statement, parameters }) =>
      [...statement.matchAll(/\{([^}#]+)#?\}/g)].flatMap(([, name]) =>
        (parameters as ReadonlyArray<string>).includes(name!) ? [] : [`${id}: ${name!}`],
      ),
    );
    expect(printed).toEqual([]);
  });
});

describe('counts', () => {
  it.each([
    [1, 3],
    [2, 5],
    [3, 7],
    [4, 10],
  ] as const)('phase %i holds %i positions', (phase, most) => {
    const at = (total: number) =>
      tagOf('acct.totalPositions', { phase: known(phase), ...counting({ total }) });
    expect([at(most - 1), at(most), at(most + 1)]).toEqual(['Pass', 'Fail', 'Fail']);
  });

  it('phase 0 opens nothing', () => {
    expect(tagOf('acct.totalPositions', { phase: known(0) })).toBe('Fail');
  });

  it('probation allows phase 1’s positions and one new one', () => {
    const probing = (counts: Partial<PositionCounts>) =>
      tagOf('acct.totalPositions', { breaker: onProbation, ...counting(counts) });
    expect(probing({ total: 2 })).toBe('Pass');
    expect(probing({ total: 3 })).toBe('Fail');
    expect(probing({ total: 1, onProbation: 1 })).toBe('Fail');
    expect(tagOf('acct.totalPositions', counting({ total: 1, onProbation: 1 }))).toBe('Pass');
  });

  it.each([
    ['risk.spyEquivalent', 3, (count: number) => counting({ spyEquivalent: count })],
    ['risk.singleUnderlying', 2, (count: number) => counting({ byRoot: { ES: count, SPY: 5 } })],
    ['risk.shortVol', 5, (count: number) => counting({ shortVolatility: count })],
    ['risk.groupLimit', 3, (count: number) => counting({ byGroup: { ...noPositions.byGroup, A1: count } })],
  ] as const)('%s allows fewer than %i', (id, limit, facts) => {
    expect([limit - 1, limit, limit + 1].map((count) => tagOf(id, facts(count)))).toEqual([
      'Pass',
      'Fail',
      'Fail',
    ]);
  });

  it('of SPX and SPXW are one root, and other symbols are not the S&P 500’s', () => {
    const spx = { proposal: { symbol: 'SPXW', shortVolatility: true } };
    expect(tagOf('risk.singleUnderlying', { ...spx, ...counting({ byRoot: { SPX: 2 } }) })).toBe('Fail');
    const gold = { proposal: { symbol: 'GC', shortVolatility: false } };
    expect(tagOf('risk.spyEquivalent', { ...gold, ...counting({ spyEquivalent: 9 }) })).toBe('NotApplicable');
    expect(tagOf('risk.shortVol', { ...gold, ...counting({ shortVolatility: 9 }) })).toBe('NotApplicable');
  });
});

describe('risk.groupLimit', () => {
  const grouped = (
    symbol: string,
    byGroup: Partial<PositionCounts['byGroup']>,
    change: Partial<RiskFacts> = {},
  ): Verdict['_tag'] =>
    tagOf('risk.groupLimit', {
      proposal: { symbol, shortVolatility: true },
      ...counting({ byGroup: { ...noPositions.byGroup, ...byGroup } }),
      ...change,
    });

  it.each([
    ['ES', 1, 1],
    ['ES', 2, 2],
    ['ES', 3, 2],
    ['ES', 4, 3],
    ['SPY', 1, 2],
    ['SPY', 2, 2],
    ['SPY', 3, 3],
    ['SPY', 4, 3],
  ] as const)('on %s in phase %i is %i', (symbol, phase, limit) => {
    const group = symbol === 'ES' ? 'A1' : 'A2';
    const at = (count: number) => grouped(symbol, { [group]: count }, { phase: known(phase) });
    expect([at(limit - 1), at(limit), at(limit + 1)]).toEqual(['Pass', 'Fail', 'Fail']);
  });

  it('is one lower above VIX 30, not at it, and never below one', () => {
    const at = (vix: number, count: number) => grouped('ES', { A1: count }, { vix: known(vix) });
    expect([at(29.99, 2), at(30, 2), at(30.01, 2), at(30.01, 1)]).toEqual(['Pass', 'Pass', 'Fail', 'Pass']);
    const phase1 = { vix: known(35), phase: known(1 as const) };
    expect(grouped('ES', {}, phase1)).toBe('Pass');
    expect(grouped('ES', { A1: 1 }, phase1)).toBe('Fail');
  });

  it('allows fewer than three equity positions over both groups, and leaves other groups alone', () => {
    expect(grouped('ES', { A1: 1, A2: 1 })).toBe('Pass');
    expect(grouped('ES', { A1: 1, A2: 2 })).toBe('Fail');
    expect(grouped('GC', { A1: 1, A2: 3 })).toBe('Pass');
  });

  it('is unknown for a symbol of no group, proposed or held', () => {
    expect(grouped('TULIP', {})).toBe('Unknown');
    expect(tagOf('risk.groupLimit', counting({ ungrouped: ['TULIP'] }))).toBe('Unknown');
  });
});

describe('risk.cb.margin', () => {
  it.each([
    [1, 15, 0.3],
    [2, 15, 0.5],
    [3, 15, 0.65],
    [4, 15, 0.8],
    [4, 19.99, 0.8],
    [4, 20, 0.7],
    [4, 29.99, 0.7],
    [4, 30, 0.6],
    [4, 39.99, 0.6],
    [4, 40, 0.5],
    [3, 30, 0.6],
    [1, 40, 0.3],
  ] as const)('in phase %i at VIX %d rejects from %d', (phase, vix, limit) => {
    const at = (usage: number) =>
      blocks(
        answer('risk.cb.margin', { phase: known(phase), vix: known(vix), projectedUsage: known(usage) }),
      );
    expect([at(limit - 0.000_001), at(limit), at(limit + 0.000_001)]).toEqual([false, true, true]);
  });

  it('warns from 64% without reducing size', () => {
    const at = (usage: number) => answer('risk.cb.margin', { vix: known(15), projectedUsage: known(usage) });
    expect([at(0.639)._tag, at(0.64)._tag, at(0.641)._tag]).toEqual(['Pass', 'Warn', 'Warn']);
    expect(at(0.64)).toMatchObject({ sizeMultiplier: 1 });
  });
});

describe('risk.cb.correlation', () => {
  const at = (value: number): Verdict =>
    answer('risk.cb.correlation', { correlation: { _tag: 'Measured', value: known(value) } });

  it.each([
    [0.71, 'Pass'],
    [0.72, 'Warn'],
    [0.73, 'Warn'],
    [0.79, 'Warn'],
    [0.8, 'Fail'],
    [0.81, 'Fail'],
    [0.9, 'Fail'],
  ])('at %d answers %s', (value, tag) => {
    expect(at(value)._tag).toBe(tag);
    if (tag === 'Warn') expect(at(value)).toMatchObject({ sizeMultiplier: 0.5 });
  });

  it('does not apply to one group, unless its breaker is tripped', () => {
    expect(tagOf('risk.cb.correlation', {})).toBe('NotApplicable');
  });
});

describe('drawdown and loss limits', () => {
  it.each([
    [0.099_999, 'Pass'],
    [0.1, 'Warn'],
    [0.100_001, 'Warn'],
    [0.149_999, 'Warn'],
    [0.15, 'Fail'],
    [0.150_001, 'Fail'],
  ])('risk.drawdownLevel at %d answers %s', (drawdown, tag) => {
    const verdict = answer('risk.drawdownLevel', { drawdown: known(drawdown) });
    expect(verdict._tag).toBe(tag);
    if (tag === 'Warn') expect(verdict).toMatchObject({ sizeMultiplier: 0.5 });
  });

  it.each([
    ['risk.loss.day', 'dayLoss', 0.05],
    ['risk.loss.week', 'weekLoss', 0.1],
    ['risk.loss.month', 'monthLoss', 0.15],
  ] as const)('%s rejects at its limit', (id, fact, limit) => {
    const at = (loss: number) => tagOf(id, { [fact]: known(loss) });
    expect([at(limit - 0.000_001), at(limit), at(limit + 0.000_001)]).toEqual(['Pass', 'Fail', 'Fail']);
  });
});

describe('greeks.projected', () => {
  it.each([
    [1, 300, 10, -500],
    [2, 500, 20, -750],
    [3, 750, 30, -1_000],
    [4, 1_000, 40, -1_500],
  ] as const)('in phase %i allows delta ±%i, gamma ±%i and vega from %i', (phase, delta, gamma, vega) => {
    const at = (greeks: Partial<typeof noGreeks>) =>
      blocks(
        answer('greeks.projected', {
          phase: known(phase),
          projectedGreeks: known({ ...noGreeks, ...greeks }),
        }),
      );
    [-1, 1].forEach((side) => {
      expect([at({ delta: side * delta }), at({ delta: side * (delta + 1) })]).toEqual([false, true]);
      expect([at({ gamma: side * gamma }), at({ gamma: side * (gamma + 1) })]).toEqual([false, true]);
    });
    expect([at({ vega }), at({ vega: vega - 1 }), at({ vega: 100_000 })]).toEqual([false, true, false]);
  });

  it('warns beyond 80% of a limit, not at it, at full size', () => {
    const at = (delta: number) =>
      answer('greeks.projected', { projectedGreeks: known({ ...noGreeks, delta }) });
    expect([at(-799)._tag, at(-800)._tag, at(-801)._tag]).toEqual(['Pass', 'Pass', 'Warn']);
    expect(at(-801)).toMatchObject({ sizeMultiplier: 1 });
  });

  it('are those of phase 1 on probation', () => {
    const greeks = { projectedGreeks: known({ ...noGreeks, delta: 301 }) };
    expect(tagOf('greeks.projected', { ...greeks, breaker: onProbation })).toBe('Fail');
    expect(tagOf('greeks.projected', greeks)).toBe('Pass');
  });
});

/** The readings each rule asks for. */
const asked: Readonly<Record<string, ReadonlyArray<keyof RiskFacts>>> = {
  'acct.totalPositions': ['phase', 'counts'],
  'strat.vixNotPanic': ['vix', 'previousVixClose'],
  'risk.cb.drawdown': ['rapidFall'],
  'risk.cb.correlation': [],
  'risk.cb.margin': ['phase', 'vix', 'projectedUsage'],
  'risk.cb.losses': [],
  'risk.groupLimit': ['phase', 'counts', 'vix'],
  'risk.spyEquivalent': ['counts'],
  'risk.singleUnderlying': ['counts'],
  'risk.shortVol': ['counts'],
  'risk.drawdownLevel': ['drawdown'],
  'greeks.projected': ['phase', 'projectedGreeks'],
  'risk.loss.day': ['dayLoss'],
  'risk.loss.week': ['weekLoss'],
  'risk.loss.month': ['monthLoss'],
};
const readings = [...new Set(Object.values(asked).flat())];

const share = fc.double({ min: -0.5, max: 1.2, noNaN: true });
const count = fc.integer({ min: 0, max: 12 });
const countsOf = (values: ReadonlyArray<number>): PositionCounts => ({
  total: values[0]!,
  byRoot: { ES: values[1]! },
  spyEquivalent: values[2]!,
  shortVolatility: values[3]!,
  byGroup: { ...noPositions.byGroup, A1: values[4]!, A2: values[5]! },
  ungrouped: [],
  onProbation: values[6]!,
});
interface Exposure {
  readonly shares: ReadonlyArray<number>;
  readonly counts: ReadonlyArray<number>;
  readonly vix: number;
  readonly greeks: ReadonlyArray<number>;
}
const exposure: fc.Arbitrary<Exposure> = fc.record({
  shares: fc.array(share, { minLength: 7, maxLength: 7 }),
  counts: fc.array(count, { minLength: 7, maxLength: 7 }),
  vix: fc.double({ min: 9, max: 60, noNaN: true }),
  greeks: fc.array(fc.double({ min: 0, max: 2_000, noNaN: true }), { minLength: 3, maxLength: 3 }),
});
const settings = fc.record({
  phase: fc.constantFrom(0, 1, 2, 3, 4).map((phase) => phase),
  breaker: fc.constantFrom<BreakerState>(breakerArmed, onProbation),
});
const factsOf = (
  { shares, counts, vix, greeks }: Exposure,
  { phase, breaker }: { phase: 0 | 1 | 2 | 3 | 4; breaker: BreakerState },
): RiskFacts => ({
  ...calm,
  breaker,
  phase: known(phase),
  vix: known(vix),
  rapidFall: known(shares[0]!),
  correlation: { _tag: 'Measured', value: known(shares[1]!) },
  projectedUsage: known(shares[2]!),
  drawdown: known(shares[3]!),
  dayLoss: known(shares[4]!),
  weekLoss: known(shares[5]!),
  monthLoss: known(shares[6]!),
  lossStreak: counts[0]!,
  counts: known(countsOf(counts)),
  projectedGreeks: known({ ...noGreeks, delta: -greeks[0]!, gamma: -greeks[1]!, vega: -greeks[2]! }),
});
const larger = (a: Exposure, b: Exposure): Exposure => ({
  shares: a.shares.map((value, index) => Math.max(value, b.shares[index]!)),
  counts: a.counts.map((value, index) => value + b.counts[index]!),
  vix: Math.max(a.vix, b.vix),
  greeks: a.greeks.map((value, index) => value + b.greeks[index]!),
});
const sizeOf = (verdict: Verdict): number => {
  if (blocks(verdict)) return 0;
  return verdict._tag === 'Warn' ? verdict.sizeMultiplier : 1;
};

describe('laws of every rule', () => {
  it('more exposure never turns a refusal into a pass and never raises the size', () => {
    fc.assert(
      fc.property(exposure, exposure, settings, (less, more, setting) => {
        rules.forEach((rule) => {
          const before = rule.check(factsOf(less, setting), limits);
          const after = rule.check(factsOf(larger(less, more), setting), limits);
          expect(sizeOf(after)).toBeLessThanOrEqual(sizeOf(before));
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('a lower phase never admits more', () => {
    fc.assert(
      fc.property(exposure, settings, (held, setting) => {
        const below = { ...setting, phase: Math.max(0, setting.phase - 1) as 0 | 1 | 2 | 3 | 4 };
        rules.forEach((rule) => {
          const lower = sizeOf(rule.check(factsOf(held, below), limits));
          expect(lower).toBeLessThanOrEqual(sizeOf(rule.check(factsOf(held, setting), limits)));
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('the verdict is Unknown exactly when a reading the rule asks for is missing', () => {
    fc.assert(
      fc.property(exposure, settings, fc.subarray(readings), (held, setting, gone) => {
        const gaps = Object.fromEntries(gone.map((name) => [name, missing(name, 'absent')]));
        const facts: RiskFacts = { ...factsOf(held, setting), ...gaps };
        rules.forEach((rule) => {
          const lacks = asked[rule.id]!.some((name) => gone.includes(name));
          expect([rule.id, rule.check(facts, limits)._tag === 'Unknown']).toEqual([rule.id, lacks]);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('a correlation between groups that nobody measured is Unknown', () => {
    const correlation = { _tag: 'Measured', value: missing('portfolio correlation', 'absent') } as const;
    expect(tagOf('risk.cb.correlation', { correlation })).toBe('Unknown');
  });

  it('a rule that a tripped breaker blocks fails whatever its reading', () => {
    const reasons = ['rapid drawdown', 'correlation', 'margin', 'losses'] as const;
    const ids = ['risk.cb.drawdown', 'risk.cb.correlation', 'risk.cb.margin', 'risk.cb.losses'];
    const time = at('2025-03-14', 10, 0);
    const tripped = { _tag: 'Tripped', at: time, lastBreach: time, equityAtTrip: 1, lockedSince: null };
    const verdicts = reasons.map((reason) =>
      ids.map((id) => tagOf(id, { breaker: { ...tripped, reasons: [reason] } as unknown as BreakerState })),
    );
    expect(verdicts.map((row) => row.map((tag) => tag === 'Fail'))).toEqual(
      reasons.map((_, row) => ids.map((__, column) => row === column)),
    );
  });

  it('no group is without a limit', () => {
    const names = correlationGroups.flatMap((group) =>
      [1, 2, 3, 4].map((phase) => `phase${phase}.group${group}`),
    );
    expect(names.filter((name) => !(name in limits))).toEqual([]);
  });
});

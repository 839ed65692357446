import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type * as approval from '../../../core/admission/approve.js';
import type { AdmissionFacts } from '../../../core/admission/facts.js';
import {
  addDays,
  checks,
  deriveRules,
  known,
  limitsOf,
  lt112,
  missing,
  seedRules,
  type Reading,
} from '../../../core/index.js';
import { replayed } from '../../adapters/replay/replay-harness.js';
import { approve } from '../../../core/admission/approve.js';

const { asked } = vi.hoisted(() => ({ asked: [] as unknown[] }));

vi.mock('../../../core/admission/approve.js', async (original) => {
  const actual = await original<typeof approval>();
  const listening: typeof actual.approve = (facts, limits) => {
    asked.push(facts);
    return actual.approve(facts, limits);
  };
  return { ...actual, approve: listening };
});

const limits = limitsOf(seedRules);

/** What the engine asked about on Friday 2025-03-07 at 10:30 with $30,000: an order of MES condors. */
let passing: AdmissionFacts;

beforeAll(() => {
  replayed({ from: '2025-03-07', to: '2025-03-07', strategies: ['friday-0dte'] });
  const [first] = asked;
  if (first === undefined) throw new Error('nothing reached admission');
  passing = first as AdmissionFacts;
});

type Break = (facts: AdmissionFacts) => AdmissionFacts;

const gap = missing('a fact of this test', 'absent');

const mapped = <A>(reading: Reading<A>, change: (value: A) => A): Reading<A> =>
  isRight(reading) ? known(change(reading.right)) : reading;

const inData =
  (change: (data: AdmissionFacts['data']) => Partial<AdmissionFacts['data']>): Break =>
  (facts) => ({ ...facts, data: { ...facts.data, ...change(facts.data) } });
const inEntry =
  (change: Partial<AdmissionFacts['entry']>): Break =>
  (facts) => ({ ...facts, entry: { ...facts.entry, ...change } });
const inSystem =
  (change: Partial<AdmissionFacts['system']>): Break =>
  (facts) => ({ ...facts, system: { ...facts.system, ...change } });
const inRisk =
  (change: Partial<AdmissionFacts['risk']>): Break =>
  (facts) => ({ ...facts, risk: { ...facts.risk, ...change } });
const inProposal =
  (
    change: (
      proposal: AdmissionFacts['proposal']['proposal'],
    ) => Partial<AdmissionFacts['proposal']['proposal']>,
  ): Break =>
  (facts) => {
    const { proposal } = facts.proposal;
    return { ...facts, proposal: { proposal: { ...proposal, ...change(proposal) } } };
  };
const inOrder =
  (change: Partial<AdmissionFacts['order']>): Break =>
  (facts) => ({ ...facts, order: { ...facts.order, ...change } });

type Counts = AdmissionFacts['risk']['counts'] extends Reading<infer C> ? C : never;
const counting =
  (change: (counts: Counts) => Partial<Counts>): Break =>
  (facts) =>
    inRisk({ counts: mapped(facts.risk.counts, (counts) => ({ ...counts, ...change(counts) })) })(facts);

const withStep =
  (name: string): Break =>
  (facts) => ({
    ...facts,
    sizing: {
      sizing: isLeft(facts.sizing.sizing)
        ? facts.sizing.sizing
        : known({
            ...facts.sizing.sizing.right,
            steps: facts.sizing.sizing.right.steps.map((step) =>
              step.name === name ? { ...step, room: 0 as NonNullable<typeof step.room> } : step,
            ),
          }),
    } as AdmissionFacts['sizing'],
  });

const secondsBefore = (facts: AdmissionFacts, seconds: number) => ({
  date: facts.system.at.date,
  second: facts.system.at.second - seconds,
});

/** For every check the one fact that, changed alone, must stop the order. */
const breaks: ReadonlyArray<readonly [number, string, Break]> = [
  [
    1,
    'an underlying price of half an hour ago',
    (facts) =>
      inData(({ underlying }) => ({
        underlying: mapped(underlying, (quote) => ({ ...quote, at: secondsBefore(facts, 1_800) })),
      }))(facts),
  ],
  [
    2,
    'an underlying 30% above its previous close',
    inData(({ underlying }) => ({
      underlying: mapped(underlying, (quote) => ({ ...quote, value: quote.previousClose * 1.3 })),
    })),
  ],
  [3, 'a VIX of 151', inData(({ vix }) => ({ vix: mapped(vix, (each) => ({ ...each, value: 151 })) }))],
  [
    4,
    'a VIX of two hours ago',
    (facts) =>
      inData(({ vix }) => ({ vix: mapped(vix, (each) => ({ ...each, at: secondsBefore(facts, 7_200) })) }))(
        facts,
      ),
  ],
  [
    5,
    'a chain 61 seconds old',
    (facts) =>
      inData(({ chain }) => ({
        chain: mapped(chain, (each) => ({ ...each, at: secondsBefore(facts, 61) })),
      }))(facts),
  ],
  [
    6,
    'a chain of four quotes',
    inData(({ chain }) => ({
      chain: mapped(chain, (each) => ({ ...each, quotes: each.quotes.slice(0, 4) })),
    })),
  ],
  [
    7,
    'short legs nobody bids for',
    inData(({ legs }) => ({
      legs: legs.map((leg) =>
        leg.short ? { ...leg, quote: mapped(leg.quote, (each) => ({ ...each, bid: 0 })) } : leg,
      ),
    })),
  ],
  [
    8,
    'a combo market wider than half its mid',
    (facts) => ({
      ...facts,
      liquidity: {
        ...facts.liquidity,
        combo: mapped(facts.liquidity.combo, (combo) => ({ ...combo, width: combo.mid * 0.51 })),
      },
    }),
  ],
  [
    9,
    'an implied volatility of 501%',
    inData(({ legs }) => ({
      legs: legs.map((leg) => ({
        ...leg,
        quote: mapped(leg.quote, (each) => ({ ...each, impliedVolatility: 5.01 })),
      })),
    })),
  ],
  [
    10,
    'a session of another day',
    (facts) => {
      const { session } = facts.system;
      if (session === null) throw new Error('no session');
      return inSystem({ session: { ...session, date: addDays(session.date, 3) } })(facts);
    },
  ],
  [
    11,
    'a session that closed at this second',
    (facts) => {
      const { session } = facts.system;
      if (session === null) throw new Error('no session');
      return inSystem({ session: { ...session, close: facts.system.at.second } })(facts);
    },
  ],
  [
    12,
    'a moment one second after 10:30',
    (facts) => inEntry({ at: { ...facts.entry.at, second: 37_801 } })(facts),
  ],
  [
    13,
    'an early close one minute too early for two hours of life',
    (facts) => inEntry({ session: { ...facts.entry.session, close: 46_740, earlyClose: true } })(facts),
  ],
  [
    14,
    'a Fed decision at 11:00',
    (facts) =>
      inEntry({
        events: [...facts.entry.events, { kind: 'FOMC', date: facts.entry.at.date, second: 39_600 }],
      })(facts),
  ],
  [
    16,
    'a rule set whose VIX bound was moved',
    (facts) => {
      const { parameters } = seedRules;
      const changed = {
        ...parameters,
        'friday0dte.vixAbove': { ...parameters['friday0dte.vixAbove'], value: 20 },
      } as unknown as typeof parameters;
      return inSystem({ rules: { ...seedRules, parameters: changed } })(facts);
    },
  ],
  [17, 'a system that only reduces', inSystem({ mode: { mode: 'ReduceOnly', reasons: [] } })],
  [17, 'a memory one session short of the warm-up', inSystem({ sessions: 59 })],
  [18, 'manual mode', inSystem({ manual: true })],
  [19, 'a scanner outside its window', inSystem({ scanner: { _tag: 'Scanning' } })],
  [19, 'a strategy without an edge', (facts) => inSystem({ noEdgeSince: facts.system.at })(facts)],
  [20, 'an order whose fate nobody knows', inSystem({ unresolvedOrders: 1 })],
  [
    21,
    'books last reconciled at 15:44:59 the day before',
    inSystem({
      reconciledAt: known({ date: '2025-03-06' as AdmissionFacts['entry']['at']['date'], second: 56_699 }),
    }),
  ],
  [22, 'another strategy that waits on the same root', inSystem({ claimants: ['another'] })],
  [23, 'a previous close below $24,000', inEntry({ equity: 2_399_999 as AdmissionFacts['entry']['equity'] })],
  [
    24,
    'a strategy this phase does not have',
    (facts) => ({
      ...facts,
      strategy: { ...facts.strategy, entry: { ...facts.strategy.entry, phase: lt112.entry.phase } },
    }),
  ],
  [25, 'three positions in phase 1', counting(() => ({ total: 3 }))],
  [26, 'a 0DTE position already there', inEntry({ ownPositions: 1 })],
  [27, 'a VIX of exactly 22', inEntry({ vix: known(22) })],
  [28, 'a VIX that jumped', (facts) => inRisk({ panicSince: facts.system.at })(facts)],
  [29, 'legs in another order', inProposal(({ legs }) => ({ legs: [...legs].reverse() }))],
  [
    30,
    'a proposal of the day before',
    inProposal(({ at }) => ({ at: { ...at, date: addDays(at.date, -1) } })),
  ],
  [
    31,
    'fees of half the credit',
    (facts) => ({
      ...facts,
      fees: {
        ...facts.fees,
        roundTripFees: mapped(facts.fees.credit, (credit) => Math.ceil(credit / 2) as typeof credit),
      },
    }),
  ],
  [
    32,
    'a market filter that says no',
    (facts) => ({
      ...inEntry({ fastAverage: known(5_000), slowAverage: known(5_001) })(facts),
      strategy: {
        ...facts.strategy,
        entry: { ...facts.strategy.entry, marketFilter: lt112.entry.marketFilter },
      },
    }),
  ],
  [33, 'equity 3% below its five-minute maximum', inRisk({ rapidFall: known(0.03) })],
  [34, 'a correlation of 0.9', inRisk({ correlation: { _tag: 'Measured', value: known(0.9) } })],
  [35, 'a margin usage of 80%', inRisk({ projectedUsage: known(0.8) })],
  [36, 'three losses in a row', inRisk({ lossStreak: 3 })],
  [
    37,
    'a position in the same correlation group',
    counting(({ byGroup }) => ({ byGroup: { ...byGroup, A1: 1 } })),
  ],
  [38, 'three positions on the S&P 500', counting(() => ({ spyEquivalent: 3 }))],
  [39, 'two positions on MES', counting(() => ({ byRoot: { MES: 2 } }))],
  [40, 'five short-volatility positions', counting(() => ({ shortVolatility: 5 }))],
  [41, 'a drawdown of 15%', inRisk({ drawdown: known(0.15) })],
  [
    42,
    'a size of 0',
    (facts) => ({
      ...facts,
      sizing: {
        sizing: isLeft(facts.sizing.sizing)
          ? facts.sizing.sizing
          : known({ ...facts.sizing.sizing.right, contracts: 0 }),
      } as AdmissionFacts['sizing'],
    }),
  ],
  [43, 'no room left under the strategy cap', withStep('strategy-cap')],
  [43, 'no room left under the phase’s position cap', withStep('phase-position-cap')],
  [43, 'no room left in the phase’s buying power', withStep('phase-buying-power')],
  [44, 'no room left above the reserve', withStep('reserve')],
  [
    45,
    'a projected gamma of 10.01',
    (facts) =>
      inRisk({
        projectedGreeks: mapped(facts.risk.projectedGreeks, (greeks) => ({ ...greeks, gamma: -10.01 })),
      })(facts),
  ],
  [
    46,
    'a broker that takes no orders',
    (facts) => ({
      ...facts,
      broker: mapped(facts.broker, (broker) => ({ ...broker, ready: false })),
    }),
  ],
  [
    46,
    'a broker silent for 61 seconds',
    (facts) => ({
      ...facts,
      broker: mapped(facts.broker, (broker) => ({ ...broker, heartbeatAt: secondsBefore(facts, 61) })),
    }),
  ],
  [47, 'a key that was used', (facts) => inOrder({ usedKeys: [facts.order.order.id] })(facts)],
  [
    47,
    'a limit off the tick grid',
    (facts) => inOrder({ order: { ...facts.order.order, limit: facts.order.order.limit + 0.01 } })(facts),
  ],
];

/** Facts that may be missing, each with the checks that then cannot be answered. */
const gaps: ReadonlyArray<readonly [string, ReadonlyArray<number>, Break]> = [
  ['the underlying', [1, 2], inData(() => ({ underlying: gap }))],
  ['VIX of the market', [3, 4], inData(() => ({ vix: gap }))],
  ['the chain', [5, 6], inData(() => ({ chain: gap }))],
  [
    'a leg’s quote',
    [7, 9],
    inData(({ legs }) => ({ legs: legs.map((leg, index) => (index === 0 ? { ...leg, quote: gap } : leg)) })),
  ],
  ['the combo market', [8], (facts) => ({ ...facts, liquidity: { ...facts.liquidity, combo: gap } })],
  [
    'the dates the Fed’s calendar covers',
    [14],
    (facts) => inEntry({ coverage: { ...facts.entry.coverage, FOMC: null } })(facts),
  ],
  ['the last reconciliation', [21], inSystem({ reconciledAt: gap })],
  ['VIX of the strategy', [27], inEntry({ vix: gap })],
  ['VIX of the protections', [28, 35, 37], inRisk({ vix: gap })],
  ['VIX’s previous close', [28], inRisk({ previousVixClose: gap })],
  ['the credit', [31], (facts) => ({ ...facts, fees: { ...facts.fees, credit: gap } })],
  ['the correlation of two groups', [34], inRisk({ correlation: { _tag: 'Measured', value: gap } })],
  ['the projected margin', [35], inRisk({ projectedUsage: gap })],
  ['the counts of positions', [25, 37, 38, 39, 40], inRisk({ counts: gap })],
  ['the drawdown', [41], inRisk({ drawdown: gap })],
  [
    'the size',
    [42, 43, 44],
    (facts) => ({
      ...facts,
      sizing: {
        sizing: {
          _tag: 'Left',
          left: [{ _tag: 'MissingSizingInput', gap: gap._tag === 'Left' ? gap.left : neverGap() }],
        },
      },
    }),
  ],
  ['the projected Greeks', [45], inRisk({ projectedGreeks: gap })],
  ['the broker', [46], (facts) => ({ ...facts, broker: gap })],
  ['the mid of the order', [47], inOrder({ mid: gap })],
  ['the journal', [47], inOrder({ journal: gap })],
];

const neverGap = (): never => {
  throw new Error('a gap is a Left');
};

const numberOf = (rule: string): number => checks.find(({ id }) => id === rule)?.number ?? -1;

describe('the 47 checks', () => {
  it('are 47, numbered 1 to 47 in order, with ids of their own', () => {
    expect(checks.map(({ number }) => number)).toEqual(Array.from({ length: 47 }, (_, index) => index + 1));
    expect(new Set(checks.map(({ id }) => id)).size).toBe(47);
  });

  it('all allow the order of 2025-03-07 at 10:30 with $30,000', () => {
    const { outcome, answers } = approve(passing, limits);
    expect(answers).toHaveLength(47);
    expect(answers.filter(({ verdict: { _tag } }) => _tag === 'Fail' || _tag === 'Unknown')).toEqual([]);
    expect(isRight(outcome)).toBe(true);
  });

  it.each(breaks)('check %i alone stops the order: %s', (number, _, broken) => {
    const { outcome, answers } = approve(broken(passing), limits);
    expect(answers).toHaveLength(47);
    expect(isLeft(outcome) ? outcome.left.map(({ rule }) => numberOf(rule)) : 'allowed').toEqual([number]);
  });

  it('are all broken above but 15, which no instrument of this library can fail', () => {
    const broken = new Set(breaks.map(([number]) => number));
    expect(checks.map(({ number }) => number).filter((number) => !broken.has(number))).toEqual([15]);
    expect(checks[14]?.ask(passing, limits)._tag).toBe('NotApplicable');
  });

  it.each(gaps)('answer Unknown and block when %s is missing (checks %j)', (_, numbers, broken) => {
    const { outcome } = approve(broken(passing), limits);
    const blocking = isLeft(outcome) ? outcome.left : [];
    expect(blocking.map(({ rule }) => numberOf(rule)).sort((a, b) => a - b)).toEqual(numbers);
    expect(blocking.map(({ verdict }) => verdict._tag)).toEqual(numbers.map(() => 'Unknown'));
  });

  it('are all asked when several fail: nothing short-circuits', () => {
    const [first, second] = [breaks[0]?.[2], breaks.at(-1)?.[2]];
    if (first === undefined || second === undefined) throw new Error('no breaks');
    const { outcome, answers } = approve(second(first(passing)), limits);
    expect(answers).toHaveLength(47);
    expect(isLeft(outcome) && outcome.left.map(({ rule }) => numberOf(rule))).toEqual([1, 47]);
  });

  it('pass check 16 under a derived rule set that changes only open numbers', () => {
    const derived = deriveRules(seedRules, 'derived', { 'lt112.minimumCredit': 0.06 });
    if (isLeft(derived)) throw new Error('not derived');
    expect(isRight(approve(inSystem({ rules: derived.right })(passing), limits).outcome)).toBe(true);
  });
});

describe('an approved order', () => {
  const approvedOf = (facts: AdmissionFacts) => {
    const { outcome } = approve(facts, limits);
    if (isLeft(outcome)) throw new Error('blocked');
    return outcome.right;
  };

  it('is the order that was asked about, void after its working time', () => {
    const { order, expiresAt } = approvedOf(passing);
    expect(order).toBe(passing.order.order);
    expect(expiresAt).toEqual({ date: '2025-03-07', second: 37_920 });
  });

  it('carries a digest of 64 digits that changes with the order and with an answer', () => {
    const { digest } = approvedOf(passing);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(approvedOf(passing).digest).toBe(digest);
    const smaller = inOrder({ order: { ...passing.order.order, quantity: 1 } })(passing);
    expect(approvedOf(smaller).digest).not.toBe(digest);
    const warned = inRisk({ drawdown: known(0.1) })(passing);
    expect(approvedOf(warned).digest).not.toBe(digest);
  });
});

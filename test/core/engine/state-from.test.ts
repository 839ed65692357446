import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allStrategies,
  centsFromDollars,
  equityOf,
  eventsAt,
  limitsOf,
  noCents,
  seedRules,
  stateFrom,
  type AppState,
  type CalendarDate,
  type HeldPosition,
  type StateParts,
} from '../../../core/index.js';

const limits = limitsOf(seedRules);
const date = (text: string): CalendarDate => text as CalendarDate;
const friday = date('2025-03-07');
const at = { date: friday, second: 37_800 };
const usd = centsFromDollars;
const bar = (day: string, close: number) => ({
  date: date(day),
  open: close,
  high: close + 20,
  low: close - 20,
  close,
});

const parts: StateParts = {
  at,
  account: {
    cash: usd(30_000),
    previousClosingEquity: usd(30_000),
    weekBaselineEquity: usd(29_500),
    monthBaselineEquity: usd(31_000),
    phase: { phase: 1, reached: true },
  },
  equitySamples: [
    { at: { date: friday, second: 37_680 }, equity: usd(30_050) },
    { at: { date: friday, second: 37_740 }, equity: usd(30_010) },
  ],
  protections: {
    breaker: { _tag: 'Armed' },
    closing: { sightings: { 'rapid drawdown': null, margin: null, drawdown: null }, flatten: null },
    drawdown: { peak: usd(31_000), inceptionPeak: usd(31_000), noEntriesSince: null, flatSessions: 3 },
    lossStreak: 1,
    panicSince: null,
  },
  strategies: {
    'friday-0dte': { enteredAt: null, noEdgeSince: null },
    lt112: { enteredAt: null, noEdgeSince: null },
  },
  positions: [],
  closedTrades: [],
  usedOrderKeys: [],
  daily: {
    sessionsSeen: 200,
    bars: [bar('2025-03-05', 5_840), bar('2025-03-06', 5_740)],
    vixCloses: [
      { date: date('2025-03-05'), close: 21.9 },
      { date: date('2025-03-06'), close: 24.87 },
    ],
  },
  macro: { events: [], coverage: { FOMC: null, CPI: null, NFP: null, GDP: null } },
  broker: null,
  reconciledAt: null,
  operator: { halted: false, manual: false },
};

const spread = (id: string, credit: number, quantity: number): HeldPosition => ({
  position: {
    id,
    strategy: 'lt112',
    root: 'SPY',
    structure: 'put-spread',
    legs: [
      {
        contract: { root: 'SPY', expiry: date('2025-06-20'), right: 'put', strike: 510, settles: 'pm' },
        ratio: 1,
      },
      {
        contract: { root: 'SPY', expiry: date('2025-06-20'), right: 'put', strike: 515, settles: 'pm' },
        ratio: -1,
      },
    ],
    expiry: date('2025-06-20'),
    quantity,
    openedAt: { date: date('2025-03-03'), second: 36_000 },
    credit,
    openingFees: usd(2.2),
    buyingPower: usd(400),
    state: { _tag: 'Active', since: { date: date('2025-03-03'), second: 36_000 } },
    entry: { underlyingPrice: 580, vix: 22, ruleSet: 'seed' },
  },
  lastQuote: null,
  unwatchedSince: null,
  failedCloses: 0,
});

const stateOf = (given: StateParts): AppState => {
  const state = stateFrom(given, limits);
  if (isLeft(state)) throw new Error(JSON.stringify(state.left));
  return state.right;
};

const fieldsRefused = (given: StateParts): ReadonlyArray<string> => {
  const state = stateFrom(given, limits);
  return isLeft(state) ? state.left.map(({ field }) => field) : [];
};

describe('stateFrom', () => {
  test('knows the session, its baselines, the newest equity and the last VIX close', () => {
    const { system } = stateOf(parts);
    expect(system.session).toMatchObject({ date: friday, open: 34_200 });
    expect(system.equity).toBe(usd(30_010));
    expect(system.risk.equity).toBe(usd(30_010));
    expect(system.risk.baselines).toMatchObject({ day: usd(30_000), week: usd(29_500), month: usd(31_000) });
    expect(system.risk.window.newest?.equity).toBe(usd(30_010));
    expect(system.risk.window.earlier).toHaveLength(1);
    expect(system.risk.volatility.previousClose).toEqual({
      at: { date: date('2025-03-06'), second: 57_600 },
      value: 24.87,
    });
    expect(system.memory.sessions).toBe(200);
  });

  test('has no session on a holiday', () => {
    const holiday = { ...parts, at: { date: date('2025-07-04'), second: 37_800 } };
    expect(stateOf(holiday).system.session).toBeNull();
  });

  test('takes no older VIX close for that of the previous session', () => {
    const older = { ...parts.daily, vixCloses: parts.daily.vixCloses.slice(0, 1) };
    expect(stateOf({ ...parts, daily: older }).system.risk.volatility.previousClose).toBeNull();
  });

  test('without a sample, the previous close is the last known equity and the window is empty', () => {
    const { system } = stateOf({ ...parts, equitySamples: [] });
    expect(system.equity).toBe(usd(30_000));
    expect(system.risk.window.newest).toBeNull();
  });

  test('leaves indicators unknown when the history is too short', () => {
    const { indicators } = stateOf(parts).system;
    expect([indicators.atr, indicators.fastAverage, indicators.slowAverage].every(isLeft)).toBe(true);
  });

  test('a strategy that entered today is not scanning', () => {
    const since = { date: friday, second: 36_000 };
    const { strategies } = stateOf({
      ...parts,
      strategies: { ...parts.strategies, lt112: { enteredAt: since, noEdgeSince: null } },
    });
    expect(strategies.lt112.scanner).toEqual({ _tag: 'Entered', since });
    expect(strategies['friday-0dte'].scanner).toEqual({ _tag: 'Scanning' });
  });

  test('books obey their laws: cash and equity follow from start, credits, results and fees', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 100_000_000 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 490 }), fc.integer({ min: 1, max: 20 })), {
          maxLength: 4,
        }),
        fc.integer({ min: 0, max: 500 }),
        (cash, held, mid) => {
          const positions = held.map(([credit, quantity], index) =>
            spread(`p${index}`, credit / 100, quantity),
          );
          const { ledger } = stateOf({
            ...parts,
            account: { ...parts.account, cash: usd(cash / 100) },
            positions,
          });
          const value = equityOf(
            ledger,
            positions.map(({ position }) => ({ position, mid: mid / 100 })),
          );
          const toClose = held.reduce((total, [, quantity]) => total + mid * quantity * 100, 0);
          expect(ledger.cash).toBe(cash);
          expect(value).toBe(cash - toClose);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('keeps what is open, closed and already sent', () => {
    const positions = [spread('a', 1, 1), spread('b', 1.2, 2)];
    const state = stateOf({ ...parts, positions, usedOrderKeys: ['k'] });
    expect(state.positions).toBe(positions);
    expect(state.system.usedKeys).toEqual(['k']);
    expect(state.system.risk.shortPremiumHeld).toBe(true);
    expect(state.orders).toEqual([]);
    expect(state.ledger.realised).toBe(noCents);
  });

  const samples = parts.equitySamples;
  const later = { date: friday, second: 37_801 };
  test.each<[string, string, Partial<StateParts>]>([
    [
      'a phase its equity does not set',
      'account.phase.phase',
      { account: { ...parts.account, phase: { phase: 4, reached: true } } },
    ],
    [
      'a phase above 0 that was never reached',
      'account.phase.reached',
      { account: { ...parts.account, phase: { phase: 1, reached: false } } },
    ],
    ['samples out of order', 'equitySamples.1.at', { equitySamples: [...samples].reverse() }],
    ['a sample of the moment itself', 'equitySamples.0.at', { equitySamples: [{ at, equity: usd(1) }] }],
    [
      'a heartbeat from the future',
      'broker.heartbeatAt',
      { broker: { heartbeatAt: later, ready: true, detail: '' } },
    ],
    ['a reconciliation from the future', 'reconciledAt', { reconciledAt: later }],
    [
      'an entry of yesterday',
      'strategies.lt112.enteredAt',
      {
        strategies: {
          ...parts.strategies,
          lt112: { enteredAt: { date: date('2025-03-06'), second: 36_000 }, noEdgeSince: null },
        },
      },
    ],
    [
      'two positions of one id',
      'positions.1.position.id',
      { positions: [spread('a', 1, 1), spread('a', 1, 1)] },
    ],
    [
      'bars out of order',
      'daily.bars.1.date',
      { daily: { ...parts.daily, bars: [...parts.daily.bars].reverse() } },
    ],
    [
      'a VIX close of a Sunday',
      'daily.vixCloses.0.date',
      { daily: { ...parts.daily, vixCloses: [{ date: date('2025-03-02'), close: 20 }] } },
    ],
    ['fewer sessions seen than listed', 'daily.sessionsSeen', { daily: { ...parts.daily, sessionsSeen: 1 } }],
    ['a date outside the calendar', 'at.date', { at: { date: date('2050-01-03'), second: 37_800 } }],
  ])('refuses %s and names it', (_, field, change) => {
    expect(fieldsRefused({ ...parts, ...change })).toContain(field);
  });

  test('a heartbeat, a reconciliation and an entry of the very moment are not from the future', () => {
    const now = {
      ...parts,
      broker: { heartbeatAt: at, ready: true, detail: '' },
      reconciledAt: at,
      strategies: { ...parts.strategies, lt112: { enteredAt: at, noEdgeSince: null } },
    };
    expect(isRight(stateFrom(now, limits))).toBe(true);
  });
});

describe('eventsAt', () => {
  const tagsAt = (day: string, second: number): ReadonlyArray<string> =>
    eventsAt(
      { at: { date: date(day), second }, underlyings: [], vix: null, chains: [] },
      allStrategies,
      limits,
    ).map((event) => (event._tag === 'TimerFired' ? JSON.stringify(event.timer) : event._tag));

  test('at 10:30:00 on a Friday the market comes first, then the 0DTE timer', () => {
    expect(tagsAt('2025-03-07', 37_800)).toEqual([
      'MarketObserved',
      '{"_tag":"Decide","strategy":"friday-0dte"}',
    ]);
  });

  test.each([
    ['a second before', '2025-03-07', 37_799],
    ['a second after', '2025-03-07', 37_801],
    ['on a Thursday', '2025-03-06', 37_800],
    ['on a Friday without a session', '2025-04-18', 37_800],
  ])('%s there is the market alone', (_, day, second) => {
    expect(tagsAt(day, second)).toEqual(['MarketObserved']);
  });
});

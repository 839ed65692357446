import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import { previousSession, session as sessionOn, type Session } from '../calendar/index.js';
import { dailyIndicators, type DailyMemory } from '../market/index.js';
import { cashOf } from '../portfolio/index.js';
import { isShortVolatility, type RiskState, type VixPrint } from '../risk/index.js';
import type { Limits } from '../rule-set/index.js';
import { scanning } from '../strategies/index.js';
import { add, subtract, sum, type Cents } from '../units/index.js';
import type { Ledger } from './ledger.js';
import { contradictions } from './state-contradictions.js';
import type { StateError } from './state-error.js';
import { memoryOf } from './state-memory.js';
import type { StateParts, StrategyParts } from './state-parts.js';
import type { AppState, StrategyState, SystemState } from './state.js';

/**
 * The state of an engine that has lived through all of this and is about to see the market at `at`. Left lists
 * every contradiction among the parts. Outside a session the state has none, and nothing is asked.
 */
export const stateFrom = (parts: StateParts, limits: Limits): Either<ReadonlyArray<StateError>, AppState> => {
  const memory = memoryOf(parts.daily, limits);
  const errors = [...(isLeft(memory) ? memory.left : []), ...contradictions(parts, limits)];
  return isLeft(memory) || errors.length > 0 ? left(errors) : right(stateOf(parts, memory.right, limits));
};

const stateOf = (parts: StateParts, memory: DailyMemory, limits: Limits): AppState => ({
  system: systemOf(parts, memory, limits),
  strategies: {
    'friday-0dte': strategyStateOf(parts.strategies['friday-0dte']),
    lt112: strategyStateOf(parts.strategies.lt112),
  },
  positions: parts.positions,
  orders: [],
  ledger: ledgerOf(parts),
});

const systemOf = (parts: StateParts, memory: DailyMemory, limits: Limits): SystemState => {
  const { at, account, macro, operator, broker, reconciledAt, usedOrderKeys } = parts;
  const session = sessionOn(at.date);
  return {
    session,
    macro,
    memory,
    indicators: dailyIndicators(memory, 'SPX', at.date, limits),
    phase: account.phase,
    phaseFloorSince: account.phase.phase === 0 ? at : null,
    risk: riskOf(parts, memory, session),
    halted: operator.halted,
    manual: operator.manual,
    untoldCloses: [],
    broker,
    equity: lastEquity(parts),
    previousEquity: account.previousClosingEquity,
    vix: null,
    reconciledAt,
    usedKeys: usedOrderKeys,
  };
};

const riskOf = (parts: StateParts, memory: DailyMemory, session: Session | null): RiskState => {
  const { account, equitySamples, protections, positions } = parts;
  const { breaker, closing, drawdown, lossStreak, panicSince } = protections;
  return {
    equity: lastEquity(parts),
    window: { newest: equitySamples.at(-1) ?? null, earlier: equitySamples.slice(0, -1) },
    baselines: {
      day: account.previousClosingEquity,
      week: account.weekBaselineEquity,
      month: account.monthBaselineEquity,
      lastClose: account.previousClosingEquity,
      session: session?.date ?? null,
      openedAt: session === null ? null : { date: session.date, second: session.open },
    },
    drawdown,
    breaker,
    lossStreak,
    volatility: { previousClose: previousVixClose(parts, memory), latest: null, panicSince },
    closing,
    shortPremiumHeld: positions.some(({ position }) => isShortVolatility(position.structure)),
  };
};

/** Equity when every position could last be marked; the market at `at` moves it on. */
const lastEquity = ({ account, equitySamples }: StateParts): Cents =>
  equitySamples.at(-1)?.equity ?? account.previousClosingEquity;

/** Only the close of the session before today: a jump is measured from no other. */
const previousVixClose = ({ at }: StateParts, { vix }: DailyMemory): VixPrint | null => {
  const due = previousSession(at.date);
  const last = vix.at(-1);
  return due === null || last?.date !== due.date
    ? null
    : { at: { date: due.date, second: due.close }, value: last.close };
};

const strategyStateOf = ({ enteredAt, noEdgeSince }: StrategyParts): StrategyState => ({
  scanner: enteredAt === null ? scanning : { _tag: 'Entered', since: enteredAt },
  noEdgeSince,
});

/** Books that obey their laws: the start is what the cash leaves once the trades known of are taken out. */
const ledgerOf = ({ account, positions, closedTrades }: StateParts): Ledger => {
  const fees = sum([
    ...closedTrades.map((trade) => trade.fees),
    ...positions.map(({ position }) => position.openingFees),
  ]);
  const realised = sum(closedTrades.map(({ profit }) => profit));
  const credits = sum(
    positions.map(({ position: { root, credit, quantity } }) => cashOf(root, credit, quantity)),
  );
  const start = subtract(add(account.cash, fees), add(realised, credits));
  return { start, cash: account.cash, fees, realised, closed: closedTrades };
};

import { isLeft } from 'fp-ts/lib/Either.js';
import { replay, strategyTitles, type ReplayOptions } from '../../../adapters/cli/replay-run.js';
import { embeddedHistory } from '../../../adapters/market-data/index.js';
import type { Snapshot } from '../../../adapters/snapshot/index.js';
import {
  seedRules,
  type AppState,
  type CalendarDate,
  type Decision,
  type MarketSnapshot,
  type StrategyId,
} from '../../../core/index.js';

/** One moment of the replay: the snapshot taken just before it, and what the engine decided. */
export interface Moment {
  readonly snapshot: Snapshot;
  readonly decisions: ReadonlyArray<Decision>;
}

type Choice = Pick<ReplayOptions, 'capital'> & { readonly from: string; readonly to: string } & Partial<
    Pick<ReplayOptions, 'rules'>
  >;

/** Replays real history and takes a snapshot before every market event at which no order is working. */
export const momentsOf = ({ capital, from, to, rules = seedRules }: Choice): ReadonlyArray<Moment> => {
  const read = embeddedHistory();
  if (isLeft(read)) throw new Error('the embedded history cannot be read');
  const moments: Moment[] = [];
  let before: AppState | null = null;
  replay({
    ...read.right,
    rules,
    capital,
    from: from as CalendarDate,
    to: to as CalendarDate,
    strategies: Object.keys(strategyTitles) as ReadonlyArray<StrategyId>,
    operator: 'scripted',
    fills: 'slip',
    clock: 1,
    onStep: (event, { state, decisions }) => {
      if (event._tag === 'MarketObserved' && before !== null && isSettled(before))
        moments.push({ snapshot: snapshotOf(before, event.market), decisions });
      // A timer of the same moment goes on from where the market event ended.
      const last = moments.at(-1);
      if (event._tag === 'TimerFired' && event.timer._tag === 'Decide' && last !== undefined)
        moments.splice(-1, 1, { ...last, decisions: [...last.decisions, ...entriesIn(decisions)] });
      before = state;
    },
  });
  return moments;
};

/** No order is working, and the protections have been told of every close. */
const isSettled = ({ orders, system }: AppState): boolean =>
  orders.length === 0 && system.untoldCloses.length === 0;

const entriesIn = (decisions: ReadonlyArray<Decision>): ReadonlyArray<Decision> =>
  decisions.filter(({ subject }) => subject === 'entry');

/** What an engine's state and its market look like as a snapshot. */
const snapshotOf = (state: AppState, { at, ...market }: MarketSnapshot): Snapshot => {
  const { system, strategies, positions, ledger } = state;
  const { baselines, window, breaker, closing, drawdown, lossStreak, volatility } = system.risk;
  return {
    schema: 'tomking.snapshot/1',
    at,
    ruleSet: 'seed',
    account: {
      cash: ledger.cash,
      previousClosingEquity: system.previousEquity,
      weekBaselineEquity: baselines.week,
      monthBaselineEquity: baselines.month,
      phase: system.phase,
    },
    equitySamples: [...window.earlier, ...(window.newest === null ? [] : [window.newest])],
    protections: { breaker, closing, drawdown, lossStreak, panicSince: volatility.panicSince },
    strategies: {
      'friday-0dte': {
        enteredAt: enteredAt(strategies['friday-0dte'].scanner),
        noEdgeSince: strategies['friday-0dte'].noEdgeSince,
      },
      lt112: {
        enteredAt: enteredAt(strategies.lt112.scanner),
        noEdgeSince: strategies.lt112.noEdgeSince,
      },
    },
    positions,
    closedTrades: ledger.closed,
    workingOrders: 0,
    usedOrderKeys: system.usedKeys,
    daily: {
      sessionsSeen: system.memory.sessions,
      bars: system.memory.bars.SPX ?? [],
      vixCloses: system.memory.vix,
    },
    macro: system.macro,
    market,
    broker: system.broker,
    reconciledAt: system.reconciledAt,
    operator: { halted: system.halted, manual: system.manual },
  };
};

const enteredAt = (scanner: AppState['strategies']['lt112']['scanner']): Snapshot['reconciledAt'] =>
  scanner._tag === 'Entered' ? scanner.since : null;

import { createModelChain } from '../../../adapters/market-data/index.js';
import { replaySource } from '../../../adapters/replay/index.js';
import {
  seedRules,
  type AppState,
  type Command,
  type Engine,
  type EngineEvent,
  type ExchangeTime,
  type MarketSnapshot,
  type RuleSet,
  type StepResult,
  type WorkingOrder,
} from '../../../core/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { day, history, macroOf, replayed, rightOf } from '../../adapters/replay/replay-harness.js';

type Report = Extract<EngineEvent, { _tag: 'OrderReported' }>['report'];
type Edit = (market: MarketSnapshot) => MarketSnapshot;

/** Seconds of the New York day. */
export const clockOf = (text: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
};

/** An engine at a desk: the test is the market's clock, the broker and the operator. */
export interface Desk {
  readonly engine: Engine;
  readonly state: () => AppState;
  /** Replaces the state: for what would take weeks to happen. */
  readonly put: (change: (state: AppState) => AppState) => void;
  readonly feed: (event: EngineEvent) => StepResult;
  readonly at: (time: string) => ExchangeTime;
  /** The real market of the day at a time, as the engine wants to see it. */
  readonly market: (time: string, edit?: Edit) => MarketSnapshot;
  readonly observe: (time: string, edit?: Edit) => StepResult;
  readonly decide: (edit?: Edit) => StepResult;
  /** A broker's report; timers it sets for this very moment fire at once, as in the loop. */
  readonly report: (order: string, report: Report, time: string, edit?: Edit) => StepResult;
  /** Decides, and fills the order as far as it goes: the position is open. */
  readonly open: () => AppState['positions'][number];
}

export interface DeskOptions {
  readonly date?: string;
  readonly capital?: number;
  readonly rules?: RuleSet;
}

/** A desk on a real Friday just before 10:30, with the broker heard and the books reconciled. */
export const fridayDesk = ({
  date = '2025-03-07',
  capital = 30_000,
  rules = seedRules,
}: DeskOptions = {}): Desk => {
  const past = history();
  const moments: AppState[] = [];
  const { engine } = replayed({
    from: date,
    to: date,
    capital,
    rules,
    strategies: ['friday-0dte'],
    onStep: ({ before, event }) => {
      if (event._tag === 'TimerFired' && event.timer._tag === 'Decide') moments.push(before);
    },
  });
  const [first] = moments;
  if (first === undefined) throw new Error(`no decision on ${date}`);
  let current = first;
  const source = rightOf(
    replaySource(past, createModelChain({ history: past, pricing }), macroOf(past), {
      from: day(date),
      to: day(date),
    }),
  );
  const at = (time: string): ExchangeTime => ({ date: day(date), second: clockOf(time) });
  const feed = (event: EngineEvent): StepResult => {
    const result = engine.step(current, event);
    current = result.state;
    return result;
  };
  const market = (time: string, edit: Edit = (seen) => seen): MarketSnapshot =>
    edit(source.market(at(time), engine.watch(current, at(time))));
  const report: Desk['report'] = (order, what, time, edit) => {
    const reported = feed({ _tag: 'OrderReported', at: at(time), order, report: what });
    return reported.commands
      .flatMap((command) =>
        command._tag === 'SetTimer' && command.at.second <= clockOf(time) ? [command.timer] : [],
      )
      .reduce((soFar, timer): StepResult => {
        const fired = feed({ _tag: 'TimerFired', at: at(time), timer, market: market(time, edit) });
        return {
          state: fired.state,
          commands: [...soFar.commands, ...fired.commands],
          decisions: [...soFar.decisions, ...fired.decisions],
        };
      }, reported);
  };
  const decide = (edit?: Edit): StepResult =>
    feed({
      _tag: 'TimerFired',
      at: at('10:30'),
      timer: { _tag: 'Decide', strategy: 'friday-0dte' },
      market: market('10:30', edit),
    });
  return {
    engine,
    state: () => current,
    put: (change) => {
      current = change(current);
    },
    feed,
    at,
    market,
    observe: (time, edit) => feed({ _tag: 'MarketObserved', at: at(time), market: market(time, edit) }),
    decide,
    report,
    open: () => {
      const order = journalled(decide());
      report(order.id, { _tag: 'JournalConfirmed' }, '10:30');
      report(order.id, { _tag: 'Acknowledged' }, '10:30');
      const fill = { id: 'opening', quantity: order.quantity, price: order.limit };
      report(order.id, { _tag: 'FillReported', fill }, '10:30:05');
      const [position] = current.positions;
      if (position === undefined) throw new Error('the fill opened nothing');
      return position;
    },
  };
};

/** The order a step wants journalled. */
export const journalled = ({ commands }: StepResult): WorkingOrder => {
  const command = commands.find(({ _tag }) => _tag === 'JournalOrder');
  if (command?._tag !== 'JournalOrder') throw new Error(`no order: ${JSON.stringify(commands)}`);
  return command.order;
};

export const tagsOf = ({ commands }: StepResult): ReadonlyArray<Command['_tag']> =>
  commands.map(({ _tag }) => _tag);

export const criticals = ({ commands }: StepResult): ReadonlyArray<string> =>
  commands.flatMap((command) =>
    command._tag === 'Alert' && command.severity === 'critical' ? [command.text] : [],
  );

/** A market in which nobody shows an option. */
export const withoutChains: Edit = (market) => ({ ...market, chains: [] });

/** A market in which every option trades at a share of its price. */
export const repriced =
  (share: number): Edit =>
  (market) => ({
    ...market,
    chains: market.chains.map((slice) => ({
      ...slice,
      quotes: slice.quotes.map((quote) => ({
        ...quote,
        bid: quote.bid === null ? null : quote.bid * share,
        ask: quote.ask === null ? null : quote.ask * share,
      })),
    })),
  });

/** Gives one closing order its acknowledgements, so that it works. */
export const atWork = (desk: Desk, order: WorkingOrder, time: string): void => {
  desk.report(order.id, { _tag: 'JournalConfirmed' }, time);
  desk.report(order.id, { _tag: 'Acknowledged' }, time);
};

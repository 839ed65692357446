import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, type RunOptions, type Tick } from '../../../adapters/runtime/index.js';
import { timerQueue } from '../../../adapters/runtime/timer-queue.js';
import {
  compareTimes,
  createEngine,
  formatTime,
  workingOrder,
  type AppState,
  type Command,
  type EngineEvent,
  type ExchangeTime,
  type MarketSnapshot,
} from '../../../core/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { day, rightOf } from '../replay/replay-harness.js';

const at = (second: number): ExchangeTime => ({ date: day('2025-03-07'), second });

const engine = createEngine({ pricing });
const start = rightOf(engine.start(30_000, at(0)));

const emptyMarket = (when: ExchangeTime): MarketSnapshot => ({
  at: when,
  underlyings: [],
  vix: null,
  chains: [],
});

const order = workingOrder(
  { strategy: 'lt112', position: 'lt112 2025-03-07', date: day('2025-03-07'), purpose: 'open', attempt: 1 },
  { root: 'SPY', legs: [], quantity: 1, limit: 0.5, placedAt: at(100), workUntil: at(130), reason: 'entry' },
);

/** What happened, in order, told by every part the loop talks to. */
interface Told {
  readonly log: ReadonlyArray<string>;
  readonly events: ReadonlyArray<EngineEvent>;
}

/** The loop around an engine that does what a script says: which commands answer which event. */
const looped = (
  ticks: ReadonlyArray<Tick>,
  script: (event: EngineEvent) => ReadonlyArray<Command>,
  more: Partial<Pick<RunOptions, 'operator'>> & {
    readonly reports?: (command: Command, when: ExchangeTime) => ReadonlyArray<EngineEvent>;
    readonly quoted?: (market: MarketSnapshot) => ReadonlyArray<EngineEvent>;
  } = {},
): Told => {
  const log: string[] = [];
  const events: EngineEvent[] = [];
  let next = 0;
  const name = (event: EngineEvent): string =>
    event._tag === 'OrderReported' ? `${event._tag} ${event.report._tag}` : event._tag;
  run({
    engine: {
      ...engine,
      step: (state: AppState, event) => ({ state, commands: script(event), decisions: [] }),
      watch: () => [],
    },
    start,
    source: {
      peek: () => ticks[next] ?? null,
      advance: () => {
        next += 1;
      },
      market: (when) => {
        log.push('market looked at');
        return emptyMarket(when);
      },
    },
    broker: {
      carryOut: (command, when) => {
        log.push(`carried out ${command._tag}`);
        return more.reports?.(command, when) ?? [];
      },
      quoted: (market) => more.quoted?.(market) ?? [],
      status: (when) => ({ heartbeatAt: when, ready: true, detail: '' }),
      reconcile: () => ['a difference'],
    },
    journal: {
      append: (event, commands) => {
        log.push(`journalled ${name(event)} with ${commands.length} commands`);
      },
    },
    operator: more.operator ?? null,
    onStep: (event) => {
      log.push(`told ${name(event)}`);
      events.push(event);
    },
  });
  return { log, events };
};

const tick = (second: number): Tick => ({ _tag: 'Market', at: at(second) });
const opened: Tick = {
  _tag: 'Event',
  at: at(0),
  event: { _tag: 'CashMoved', at: at(0), amount: 0 as Extract<EngineEvent, { _tag: 'CashMoved' }>['amount'] },
};
const timer = (second: number, name: string): Command => ({
  _tag: 'SetTimer',
  at: at(second),
  timer: { _tag: 'Timeout', order: name },
});

describe('the loop', () => {
  it('makes event and commands durable before anybody is told and before anything is carried out', () => {
    const { log } = looped([opened], (event) =>
      event._tag === 'CashMoved' ? [{ _tag: 'SubmitOrder', key: 'k', order }] : [],
    );
    expect(log).toEqual([
      'journalled CashMoved with 1 commands',
      'told CashMoved',
      'carried out SubmitOrder',
    ]);
  });

  it('confirms the journal itself, and never asks the broker to journal', () => {
    const { log, events } = looped([opened], (event) =>
      event._tag === 'CashMoved' ? [{ _tag: 'JournalOrder', order, approval: null }] : [],
    );
    expect(log).not.toContain('carried out JournalOrder');
    expect(events.at(-1)).toEqual({
      _tag: 'OrderReported',
      at: at(0),
      order: order.id,
      report: { _tag: 'JournalConfirmed' },
    });
  });

  it('feeds the broker’s reports back in their order, before the next tick', () => {
    const report = (tag: 'Acknowledged' | 'CancelAcknowledged'): EngineEvent => ({
      _tag: 'OrderReported',
      at: at(0),
      order: order.id,
      report: { _tag: tag },
    });
    const { events } = looped(
      [opened, tick(60)],
      (event) => (event._tag === 'CashMoved' ? [{ _tag: 'CancelOrder', key: 'k', order }] : []),
      { reports: () => [report('Acknowledged'), report('CancelAcknowledged')] },
    );
    expect(events.map((event) => (event._tag === 'OrderReported' ? event.report._tag : event._tag))).toEqual([
      'CashMoved',
      'Acknowledged',
      'CancelAcknowledged',
      'BrokerHeard',
      'MarketObserved',
    ]);
  });

  it('hears the broker and takes its fills before it shows the engine a market', () => {
    const { events } = looped([tick(60)], () => [], {
      quoted: ({ at: when }) => [
        { _tag: 'OrderReported', at: when, order: order.id, report: { _tag: 'Acknowledged' } },
      ],
    });
    expect(events.map(({ _tag }) => _tag)).toEqual(['BrokerHeard', 'OrderReported', 'MarketObserved']);
  });

  it('at one moment takes the source before the timers, and the timers in the order they were set', () => {
    const { events } = looped([opened, tick(60), tick(120)], (event) =>
      event._tag === 'CashMoved' ? [timer(60, 'first'), timer(60, 'second'), timer(59, 'earlier')] : [],
    );
    const told = events.flatMap((event) =>
      event._tag === 'TimerFired' && event.timer._tag === 'Timeout'
        ? [event.timer.order]
        : event._tag === 'MarketObserved'
          ? [formatTime(event.at)]
          : [],
    );
    expect(told).toEqual(['earlier', '2025-03-07 00:01', 'first', 'second', '2025-03-07 00:02']);
  });

  it('compares the books when asked to, and tells the engine every difference', () => {
    const { events } = looped([opened], (event) =>
      event._tag === 'CashMoved' ? [{ _tag: 'PersistAndReconcile', at: at(0) }] : [],
    );
    expect(events.at(-1)).toEqual({ _tag: 'Reconciled', at: at(0), discrepancies: ['a difference'] });
  });

  it('lets the operator act after a step, as an event like any other', () => {
    const { events } = looped([opened], () => [], {
      operator: (_, event) =>
        event._tag === 'CashMoved' ? { _tag: 'OperatorActed', at: event.at, action: 'halt' } : null,
    });
    expect(events.map(({ _tag }) => _tag)).toEqual(['CashMoved', 'OperatorActed']);
  });

  it('ends when neither a tick nor a timer is left', () => {
    expect(looped([], () => []).events).toEqual([]);
  });
});

describe('the timer queue', () => {
  it('gives timers back in time order, those of one moment in the order they were set', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), (seconds) => {
        const queue = timerQueue();
        for (const [index, second] of seconds.entries())
          queue.set({ at: at(second), timer: { _tag: 'Timeout', order: String(index) } });
        const taken = seconds.map(() => {
          const next = queue.next();
          expect(queue.take()).toBe(next);
          return next;
        });
        expect(queue.next()).toBeNull();
        expect(queue.take()).toBeNull();
        const wanted = [...seconds.entries()]
          .sort(([a, first], [b, second]) => first - second || a - b)
          .map(([index]) => String(index));
        expect(taken.map((each) => (each?.timer._tag === 'Timeout' ? each.timer.order : ''))).toEqual(wanted);
        for (const [index, each] of taken.entries()) {
          const later = taken[index + 1];
          if (each && later) expect(compareTimes(each.at, later.at)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

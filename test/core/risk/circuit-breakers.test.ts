import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  breakerArmed,
  circuitBreakers,
  elapsedSeconds,
  known,
  missing,
  operatorWouldReset,
  transition,
  type BreakerEvent,
  type BreakerState,
  type BreakerTripped,
  type ExchangeTime,
  type RecoveryConditions,
  type TripReason,
} from '../../../core/index.js';
import { at, limits, on, usd } from './account.js';

const machine = circuitBreakers(limits);
const step = (
  state: BreakerState,
  event: BreakerEvent,
): ReturnType<typeof transition<BreakerState, BreakerEvent>> => transition(machine, state, event);

const tripTime = at('2025-03-12', 10, 0);
const tripped: BreakerTripped = {
  _tag: 'Tripped',
  reasons: ['losses'],
  at: tripTime,
  equityAtTrip: usd(97_000),
  lastBreach: tripTime,
  lockedSince: null,
};
const locked: BreakerTripped = { ...tripped, reasons: ['rapid drawdown'], lockedSince: tripTime };
const probation: BreakerState = { _tag: 'Probation', since: tripTime, sessions: 0 };

const calm: RecoveryConditions = {
  at: at('2025-03-13', 10, 0),
  equity: usd(98_940),
  vix: known(24.99),
  correlation: { _tag: 'NotApplicable', reason: 'no correlation group is held' },
};
const checked = (change: Partial<RecoveryConditions> = {}): BreakerEvent => ({
  _tag: 'RecoveryChecked',
  ...calm,
  ...change,
});
const reset = (change: Partial<RecoveryConditions> = {}): BreakerEvent => ({
  _tag: 'OperatorReset',
  ...calm,
  ...change,
});
const breached: BreakerEvent = { _tag: 'Breached', reason: 'margin', at: calm.at, equity: usd(90_000) };
const confirmed: BreakerEvent = { _tag: 'Confirmed', at: calm.at, equity: usd(90_000) };
const flat: BreakerEvent = { _tag: 'SessionClosed', openedAt: at('2025-03-13', 9, 30), profit: usd(0) };
const rebased: BreakerEvent = { _tag: 'PeakRebased', at: calm.at };
const deposit: BreakerEvent = { _tag: 'Deposited', amount: usd(5_000) };

describe('the circuit breakers', () => {
  it.each<[BreakerState, BreakerEvent, string, string]>([
    [breakerArmed, breached, 'Moved', 'Tripped'],
    [breakerArmed, confirmed, 'Moved', 'Tripped'],
    [breakerArmed, flat, 'Ignored', 'Armed'],
    [breakerArmed, checked(), 'Ignored', 'Armed'],
    [breakerArmed, reset(), 'Refused', 'Armed'],
    [breakerArmed, rebased, 'Moved', 'Probation'],
    [breakerArmed, deposit, 'Ignored', 'Armed'],
    [tripped, breached, 'Moved', 'Tripped'],
    [tripped, confirmed, 'Moved', 'Tripped'],
    [tripped, flat, 'Ignored', 'Tripped'],
    [tripped, checked(), 'Moved', 'Probation'],
    [tripped, reset({ equity: usd(1) }), 'Moved', 'Probation'],
    [tripped, rebased, 'Ignored', 'Tripped'],
    [tripped, deposit, 'Moved', 'Tripped'],
    [probation, breached, 'Moved', 'Tripped'],
    [probation, confirmed, 'Moved', 'Tripped'],
    [probation, flat, 'Moved', 'Armed'],
    [probation, checked(), 'Ignored', 'Probation'],
    [probation, reset(), 'Refused', 'Probation'],
    [probation, rebased, 'Moved', 'Probation'],
    [probation, deposit, 'Ignored', 'Probation'],
  ])('%o on %o: %s, %s', (state, event, outcome, tag) => {
    const next = step(state, event);
    expect(next._tag).toBe(outcome);
    expect(next.state._tag).toBe(tag);
    if (next._tag !== 'Moved') expect(next.reason).not.toBe('');
  });

  it('keep time and equity of the first trip, add every reason once and count the cooldown from the last', () => {
    const again = step(step(tripped, breached).state, breached).state;
    expect(again).toEqual({ ...tripped, reasons: ['losses', 'margin'], lastBreach: calm.at });
  });

  it('lock on a confirmed flatten and stay locked since the first confirmation', () => {
    const later: BreakerEvent = { ...confirmed, at: at('2025-03-14', 10, 0) };
    const state = step(step(tripped, confirmed).state, later).state;
    expect(state._tag === 'Tripped' && state.lockedSince).toEqual(calm.at);
  });

  it('shift equity at the trip by a deposit', () => {
    expect(step(tripped, deposit).state).toEqual({ ...tripped, equityAtTrip: usd(102_000) });
  });
});

describe('recovery', () => {
  it.each<[string, Partial<RecoveryConditions>, string]>([
    ['at exactly 24 hours', {}, 'Probation'],
    ['a second before', { at: at('2025-03-13', 9, 59, 59) }, 'Tripped'],
    ['at VIX 25', { vix: known(25) }, 'Tripped'],
    ['at VIX 25.01', { vix: known(25.01) }, 'Tripped'],
    ['without VIX', { vix: missing('VIX', 'stale') }, 'Tripped'],
    ['at correlation .69', { correlation: { _tag: 'Measured', value: known(0.69) } }, 'Probation'],
    ['at correlation .70', { correlation: { _tag: 'Measured', value: known(0.7) } }, 'Tripped'],
    ['at correlation .71', { correlation: { _tag: 'Measured', value: known(0.71) } }, 'Tripped'],
    [
      'without a correlation that exists',
      { correlation: { _tag: 'Measured', value: missing('correlation', 'absent') } },
      'Tripped',
    ],
    ['a cent below 102%', { equity: (usd(98_940) - 1) as typeof calm.equity }, 'Tripped'],
    ['a cent above 102%', { equity: (usd(98_940) + 1) as typeof calm.equity }, 'Probation'],
  ])('%s: %s', (_, change, tag) => {
    expect(step(tripped, checked(change)).state._tag).toBe(tag);
  });

  it('of a lock needs the operator, whatever equity has regained', () => {
    expect(step(locked, checked({ equity: usd(200_000) })).state._tag).toBe('Tripped');
    expect(step(locked, reset()).state._tag).toBe('Probation');
  });

  it('by the operator replaces only the equity condition', () => {
    expect(step(tripped, reset({ equity: usd(80_000) })).state._tag).toBe('Probation');
    expect(step(tripped, reset({ vix: known(25) })).state._tag).toBe('Tripped');
    expect(step(tripped, reset({ at: at('2025-03-13', 9, 59, 59) })).state._tag).toBe('Tripped');
    expect(operatorWouldReset(tripped, { ...calm, equity: usd(80_000) }, limits)).toBe(true);
    expect(operatorWouldReset(locked, { ...calm, vix: known(30) }, limits)).toBe(false);
  });
});

describe('probation', () => {
  const closedWith = (cents: number, openedAt: ExchangeTime = at('2025-03-13', 9, 30)): BreakerState =>
    step(probation, { _tag: 'SessionClosed', openedAt, profit: cents as typeof calm.equity }).state;

  it.each([
    [-1, 'Probation'],
    [0, 'Armed'],
    [1, 'Armed'],
  ])('after a session with a profit of %i cents: %s', (cents, tag) => {
    expect(closedWith(cents)._tag).toBe(tag);
  });

  it('counts only sessions that began on probation', () => {
    expect(closedWith(100, at('2025-03-12', 9, 59, 59))._tag).toBe('Probation');
    expect(closedWith(100, tripTime)._tag).toBe('Armed');
  });
});

/** A second, plain account of the same life: hours and numbers only. */
interface Model {
  readonly mode: 'Armed' | 'Tripped' | 'Probation';
  readonly reasons: ReadonlyArray<string>;
  readonly first: number;
  readonly last: number;
  readonly equity: number;
  readonly locked: boolean;
  readonly since: number;
}

const hours = (time: ExchangeTime): number => elapsedSeconds(at('2025-01-01', 0, 0), time) / 3_600;
const modelTrip = (model: Model, reason: string, now: number, equity: number, lock: boolean): Model => {
  const already = model.mode === 'Tripped';
  const before = already ? model.reasons : [];
  return {
    ...model,
    mode: 'Tripped',
    reasons: before.includes(reason) ? before : [...before, reason],
    first: already ? model.first : now,
    equity: already ? model.equity : equity,
    last: now,
    locked: (already && model.locked) || lock,
  };
};

const modelStep = (model: Model, event: BreakerEvent): Model => {
  switch (event._tag) {
    case 'Breached':
      return modelTrip(model, event.reason, hours(event.at), event.equity, false);
    case 'Confirmed':
      return modelTrip(model, 'rapid drawdown', hours(event.at), event.equity, true);
    case 'SessionClosed': {
      const served = model.mode === 'Probation' && hours(event.openedAt) >= model.since && event.profit >= 0;
      return served ? { ...model, mode: 'Armed' } : model;
    }
    case 'RecoveryChecked':
    case 'OperatorReset': {
      if (model.mode !== 'Tripped') return model;
      const operator = event._tag === 'OperatorReset';
      const regained = operator || (!model.locked && event.equity >= model.equity * 1.02);
      const calmVix = event.vix._tag === 'Right' && event.vix.right < 25;
      const cooled = hours(event.at) - model.last >= 24;
      return regained && calmVix && cooled ? { ...model, mode: 'Probation', since: hours(event.at) } : model;
    }
    case 'PeakRebased':
      return model.mode === 'Tripped' ? model : { ...model, mode: 'Probation', since: hours(event.at) };
    case 'Deposited':
      return { ...model, equity: model.equity + event.amount };
  }
};

const summaryOf = (state: BreakerState): unknown =>
  state._tag === 'Tripped'
    ? [
        state.reasons,
        hours(state.at),
        hours(state.lastBreach),
        state.equityAtTrip,
        state.lockedSince !== null,
      ]
    : [state._tag, state._tag === 'Probation' ? hours(state.since) : null];

const modelSummary = (model: Model): unknown =>
  model.mode === 'Tripped'
    ? [model.reasons, model.first, model.last, model.equity, model.locked]
    : [model.mode, model.mode === 'Probation' ? model.since : null];

describe('the breaker machine against a plain model', () => {
  const reason = fc.constantFrom<TripReason>('rapid drawdown', 'correlation', 'margin', 'losses');
  // Whole thousands of dollars, so that 2% of them is whole cents.
  const equity = fc.integer({ min: 90, max: 110 }).map((thousands) => usd(thousands * 1_000));
  const hour = fc.integer({ min: 0, max: 30 });
  const vix = fc.oneof(fc.constantFrom(24.99, 25, 18, 30).map(known), fc.constant(missing('VIX', 'absent')));
  const draft = fc.record({ kind: fc.integer({ min: 0, max: 6 }), reason, equity, hour, vix });

  const eventOf = (draw: {
    kind: number;
    reason: TripReason;
    equity: ReturnType<typeof usd>;
    time: ExchangeTime;
    vix: RecoveryConditions['vix'];
  }): BreakerEvent => {
    const { time } = draw;
    const conditions = { ...calm, at: time, equity: draw.equity, vix: draw.vix };
    const events: ReadonlyArray<BreakerEvent> = [
      { _tag: 'Breached', reason: draw.reason, at: time, equity: draw.equity },
      { _tag: 'Confirmed', at: time, equity: draw.equity },
      { _tag: 'SessionClosed', openedAt: time, profit: (draw.equity - usd(100_000)) as typeof draw.equity },
      { _tag: 'RecoveryChecked', ...conditions },
      { _tag: 'OperatorReset', ...conditions },
      { _tag: 'PeakRebased', at: time },
      { _tag: 'Deposited', amount: usd(1_000) },
    ];
    return events[draw.kind]!;
  };

  it('agrees after every event and visits every cell', () => {
    const cells = new Set<string>();
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1, maxLength: 40 }), (drafts) => {
        let state: BreakerState = breakerArmed;
        let model: Model = {
          mode: 'Armed',
          reasons: [],
          first: 0,
          last: 0,
          equity: 0,
          locked: false,
          since: 0,
        };
        let elapsed = 0;
        for (const draw of drafts) {
          elapsed += draw.hour;
          const time = {
            date: addDays(on('2025-01-02'), Math.floor(elapsed / 24)),
            second: (elapsed % 24) * 3_600,
          };
          const event = eventOf({ ...draw, time });
          cells.add(`${state._tag} ${event._tag}`);
          state = step(state, event).state;
          model = modelStep(model, event);
          expect(summaryOf(state)).toEqual(modelSummary(model));
        }
      }),
      { numRuns: 1_000, seed: 20_250_314 },
    );
    expect(cells.size).toBe(21);
  });
});

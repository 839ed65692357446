import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionOn,
  averageFill,
  filledUnits,
  hasEnded,
  journalled,
  orderMachine,
  stepOrder,
  transition,
  type OrderEvent,
  type OrderState,
} from '../../../core/index.js';
import { order } from './orders.js';
import { limits } from './structures.js';

type StateTag = OrderState['_tag'];
type EventTag = OrderEvent['_tag'];

const part = { id: 'part', quantity: 1, price: 3.1 };

const samples: Readonly<Record<StateTag, OrderState>> = {
  Journalled: journalled(order()),
  Submitted: { _tag: 'Submitted', order: order(), fills: [] },
  Working: { _tag: 'Working', order: order(), fills: [] },
  Replacing: { _tag: 'Replacing', order: order(), fills: [] },
  Cancelling: { _tag: 'Cancelling', order: order(), fills: [], attempts: 1 },
  Unconfirmed: { _tag: 'Unconfirmed', order: order(), fills: [], absences: 0, unanswered: 0 },
  NeedsOperator: { _tag: 'NeedsOperator', order: order(), fills: [], reason: 'silence' },
  Filled: { _tag: 'Filled', order: order(), fills: [{ ...part, quantity: 3 }] },
  PartiallyFilled: { _tag: 'PartiallyFilled', order: order(), fills: [part] },
  Cancelled: { _tag: 'Cancelled', order: order(), fills: [] },
  Rejected: { _tag: 'Rejected', order: order(), fills: [], reason: 'no' },
  Aborted: { _tag: 'Aborted', order: order(), fills: [], reason: 'never sent' },
};

const events: Readonly<Record<EventTag, OrderEvent>> = {
  JournalConfirmed: { _tag: 'JournalConfirmed' },
  JournalFailed: { _tag: 'JournalFailed', reason: 'disk full' },
  Acknowledged: { _tag: 'Acknowledged' },
  Rejected: { _tag: 'Rejected', reason: 'margin' },
  FillReported: { _tag: 'FillReported', fill: { id: 'new', quantity: 1, price: 3.1 } },
  LegsUnbalanced: { _tag: 'LegsUnbalanced', detail: 'the 5450 put alone' },
  StepElapsed: { _tag: 'StepElapsed', limit: 3 },
  TimedOut: { _tag: 'TimedOut' },
  CancelRequested: { _tag: 'CancelRequested' },
  CancelAcknowledged: { _tag: 'CancelAcknowledged' },
  CancelRefused: { _tag: 'CancelRefused' },
  NotFound: { _tag: 'NotFound' },
  OperatorResolved: { _tag: 'OperatorResolved' },
};

const eventTags = Object.keys(events) as ReadonlyArray<EventTag>;
const endings: ReadonlyArray<StateTag> = ['Filled', 'PartiallyFilled', 'Cancelled', 'Rejected', 'Aborted'];

/** Where each event of `eventTags` leads from a state: a state's tag, `-` ignored, `x` refused. */
const matrix: Readonly<Record<string, string>> = {
  Journalled: 'Submitted Aborted x x x x - Aborted Cancelled x x Aborted x',
  Submitted: '- - Working Rejected Working NeedsOperator - Unconfirmed Cancelling Cancelled x Unconfirmed x',
  Working: '- - - Rejected Working NeedsOperator Replacing Cancelling Cancelling Cancelled x Unconfirmed x',
  Replacing: '- - Working Unconfirmed Replacing NeedsOperator - Cancelling Cancelling - x Unconfirmed x',
  Cancelling: '- - - Rejected Cancelling NeedsOperator - Cancelling - Cancelled Unconfirmed Unconfirmed x',
  Unconfirmed: '- - Cancelling Rejected Cancelling NeedsOperator - Unconfirmed - Cancelled - Unconfirmed x',
  NeedsOperator: '- - - - NeedsOperator - - - - - - - Cancelled',
  Filled: '- - - - x x - - - - - - -',
  PartiallyFilled: '- - - - x x - - - - - - -',
  Cancelled: '- - - - x x - - - - - - -',
  Rejected: '- - - - x x - - - - - - -',
  Aborted: '- - - - x x - - - - - - -',
};

const next = (state: OrderState, event: OrderEvent): OrderState => stepOrder(limits, state, event).state;

const play = (state: OrderState, ...tags: ReadonlyArray<EventTag | OrderEvent>): OrderState =>
  tags.reduce<OrderState>((now, tag) => next(now, typeof tag === 'string' ? events[tag] : tag), state);

const fill = (id: string, quantity: number, price = 3.1): OrderEvent => ({
  _tag: 'FillReported',
  fill: { id, quantity, price },
});

const live = play(journalled(order()), 'JournalConfirmed', 'Acknowledged');
const exit = journalled(order({ purpose: 'close', reason: 'time' }));

describe('the machine of a native order', () => {
  it.each(Object.entries(matrix))('from %s answers every event as the matrix says', (tag, row) => {
    const answers = eventTags.map((event) => {
      const result = transition(orderMachine(limits), samples[tag as StateTag], events[event]);
      if (result._tag === 'Moved') return result.state._tag;
      expect(result.reason).not.toBe('');
      expect(result.state).toBe(samples[tag as StateTag]);
      return result._tag === 'Ignored' ? '-' : 'x';
    });
    expect(answers.join(' ')).toBe(row);
  });

  it('has a row for every state and a cell for every event', () => {
    const machine = orderMachine(limits);
    expect(Object.keys(machine).sort()).toEqual(Object.keys(samples).sort());
    expect(Object.values(machine).map((row) => Object.keys(row).length)).toEqual(
      Object.keys(machine).map(() => eventTags.length),
    );
  });

  it('says what to do on entering each state, and nothing once it has ended', () => {
    expect(actionOn(samples.Journalled)).toBe('journal');
    expect(actionOn(samples.Submitted)).toBe('submit');
    expect(actionOn(samples.Replacing)).toBe('replace');
    expect(actionOn(samples.Cancelling)).toBe('cancel');
    expect(actionOn(samples.Unconfirmed)).toBe('look up');
    expect(actionOn(samples.NeedsOperator)).toBe('call the operator');
    Object.values(samples).forEach((state) => {
      expect(hasEnded(state)).toBe(endings.includes(state._tag));
      if (hasEnded(state)) expect(actionOn(state)).toBe('none');
    });
  });
});

describe('an order at work', () => {
  it('fills in parts at its average price', () => {
    const filled = play(live, fill('a', 1, 3.15), fill('b', 2, 3));
    expect(filled._tag).toBe('Filled');
    expect(averageFill(filled)).toBeCloseTo((3.15 + 2 * 3) / 3, 12);
    expect(averageFill(live)).toBeNull();
  });

  it('climbs its ladder by replacing, and asks nothing of the broker for the same price', () => {
    const replaced = play(live, 'StepElapsed');
    expect(replaced).toMatchObject({ _tag: 'Replacing', order: { step: 2, limit: 3, id: order().id } });
    const same = play(live, { _tag: 'StepElapsed', limit: 3.15 });
    expect(same).toMatchObject({ _tag: 'Working', order: { step: 2, limit: 3.15 } });
  });

  it('keeps the balanced part when its time is over', () => {
    expect(play(live, fill('a', 1), 'TimedOut', 'CancelAcknowledged')).toMatchObject({
      _tag: 'PartiallyFilled',
      fills: [{ quantity: 1 }],
    });
  });

  it('is filled when the fill overtakes the cancel', () => {
    expect(play(live, 'TimedOut', fill('a', 3), 'CancelRefused')._tag).toBe('Filled');
    expect(play(live, 'TimedOut', 'CancelRefused', fill('a', 3))._tag).toBe('Filled');
  });

  it('is filled when the old price fills while the new one is on its way', () => {
    expect(play(live, 'StepElapsed', fill('a', 3))._tag).toBe('Filled');
  });

  it('counts a fill once, however often it is reported', () => {
    const twice = play(live, fill('a', 1), fill('a', 1));
    expect(filledUnits(twice)).toBe(1);
    const filled = play(live, fill('a', 3));
    expect(stepOrder(limits, filled, fill('a', 3))._tag).toBe('Ignored');
    expect(stepOrder(limits, filled, fill('b', 1))._tag).toBe('Refused');
  });

  it.each([
    ['more than was ordered', fill('a', 4)],
    ['no units', fill('a', 0)],
    ['half a unit', fill('a', 0.5)],
    ['no price', fill('a', 1, NaN)],
  ])('calls the operator for a fill of %s and does not count it', (_, event) => {
    const state = play(live, event);
    expect(state._tag).toBe('NeedsOperator');
    expect(filledUnits(state)).toBe(0);
  });

  it('is never sent again blindly: twice absent it is dropped, found alive it is cancelled', () => {
    const lost = play(journalled(order()), 'JournalConfirmed', 'TimedOut');
    expect(lost).toMatchObject({ _tag: 'Unconfirmed' });
    expect(play(lost, 'NotFound')._tag).toBe('Unconfirmed');
    expect(play(lost, 'NotFound', 'NotFound')._tag).toBe('Aborted');
    expect(play(lost, 'NotFound', 'Acknowledged')._tag).toBe('Cancelling');
    expect(play(lost, fill('a', 1), 'NotFound', 'NotFound')._tag).toBe('NeedsOperator');
  });

  it('calls the operator after three silent cancels or look-ups', () => {
    expect(play(live, 'TimedOut', 'TimedOut', 'TimedOut')._tag).toBe('Cancelling');
    expect(play(live, 'TimedOut', 'TimedOut', 'TimedOut', 'TimedOut')._tag).toBe('NeedsOperator');
    const lost = play(journalled(order()), 'JournalConfirmed', 'TimedOut');
    expect(play(lost, 'TimedOut', 'TimedOut')._tag).toBe('Unconfirmed');
    expect(play(lost, 'TimedOut', 'TimedOut', 'TimedOut')._tag).toBe('NeedsOperator');
  });

  it('ends for the operator with what it has filled', () => {
    const called = play(live, fill('a', 1), 'LegsUnbalanced');
    expect(called).toMatchObject({
      _tag: 'NeedsOperator',
      reason: 'legs filled out of ratio: the 5450 put alone',
    });
    expect(play(called, 'OperatorResolved')._tag).toBe('PartiallyFilled');
    expect(play(called, fill('b', 2), 'OperatorResolved')._tag).toBe('Filled');
    expect(play(called, fill('b', 3))).toMatchObject({ fills: [{ id: 'a' }] });
  });

  it('is kept in part when the broker rejects the rest', () => {
    expect(play(live, fill('a', 2), 'Rejected')._tag).toBe('PartiallyFilled');
  });

  it('without a journal is dropped when it opens and sent when it closes', () => {
    expect(play(journalled(order()), 'JournalFailed')).toMatchObject({
      _tag: 'Aborted',
      reason: 'disk full',
    });
    expect(play(exit, 'JournalFailed')._tag).toBe('Submitted');
    expect(play(exit, 'TimedOut')._tag).toBe('Submitted');
  });
});

const anyEvent: fc.Arbitrary<OrderEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...eventTags.map((tag) => events[tag])) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -1, max: 4 }))
      .map(([id, quantity]) => fill(id, quantity)),
  },
  { weight: 2, arbitrary: fc.constantFrom(events.JournalConfirmed, events.Acknowledged) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(3, 3.05, 3.15).map((limit): OrderEvent => ({ _tag: 'StepElapsed', limit })),
  },
);

describe('under any events', () => {
  it('fills stay between 0 and the quantity and never fall, and an ended order never changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(journalled(order()), exit),
        fc.array(anyEvent, { maxLength: 40 }),
        (start, list) => {
          list.reduce<OrderState>((state, event) => {
            const after = next(state, event);
            expect(filledUnits(after)).toBeGreaterThanOrEqual(filledUnits(state));
            expect(filledUnits(after)).toBeLessThanOrEqual(after.order.quantity);
            expect(after.order.id).toBe(start.order.id);
            expect(after._tag === 'Filled').toBe(hasEnded(after) && filledUnits(after) === 3);
            if (after._tag === 'PartiallyFilled') expect(filledUnits(after)).toBeGreaterThan(0);
            if (hasEnded(state)) expect(after).toBe(state);
            return after;
          }, start);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** A broker that keeps its word: what is true of the order there, and what it reports of it, late and twice. */
interface Broker {
  readonly filled: number;
  readonly open: boolean;
  readonly mail: ReadonlyArray<OrderEvent>;
}

const act = (broker: Broker, deed: 'fill' | 'cancel'): Broker => {
  if (!broker.open) return broker;
  if (deed === 'cancel') return { ...broker, open: false, mail: [...broker.mail, events.CancelAcknowledged] };
  const filled = broker.filled + 1;
  return { filled, open: filled < 3, mail: [...broker.mail, fill(`fill ${filled}`, 1)] };
};

describe('against a broker that keeps its word', () => {
  it('ends with exactly what the broker filled, however fills, steps, cancels and repeats interleave', () => {
    const deeds = fc.array(fc.constantFrom('fill', 'step', 'time', 'deliver', 'repeat', 'cancel'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(deeds, (list) => {
        const played = list.reduce<{
          readonly broker: Broker;
          readonly state: OrderState;
          readonly read: number;
        }>(
          ({ broker, state, read }, deed) => {
            const letter = broker.mail[read];
            if (deed === 'deliver' && letter !== undefined)
              return { broker, state: next(state, letter), read: read + 1 };
            const old = broker.mail.slice(0, read).find(({ _tag }) => _tag === 'FillReported');
            if (deed === 'repeat' && old !== undefined) return { broker, state: next(state, old), read };
            if (deed === 'fill') return { broker: act(broker, 'fill'), state, read };
            if (deed === 'cancel' && state._tag === 'Cancelling')
              return { broker: act(broker, 'cancel'), state, read };
            if (deed === 'step') return { broker, state: play(state, 'StepElapsed', 'Acknowledged'), read };
            if (deed === 'time' && state._tag === 'Working')
              return { broker, state: next(state, events.TimedOut), read };
            return { broker, state, read };
          },
          { broker: { filled: 0, open: true, mail: [] }, state: live, read: 0 },
        );
        const asked = hasEnded(played.state) ? played.state : play(played.state, 'CancelRequested');
        const broker = act(played.broker, 'cancel');
        const end = play(asked, ...broker.mail.slice(played.read));
        expect(hasEnded(end)).toBe(true);
        expect(filledUnits(end)).toBe(broker.filled);
        expect(end._tag).toBe(
          broker.filled === 3 ? 'Filled' : broker.filled === 0 ? 'Cancelled' : 'PartiallyFilled',
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

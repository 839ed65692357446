import { describe, expect, it } from 'vitest';
import { memoryJournal } from '../../../adapters/journal/index.js';
import type { Command, EngineEvent } from '../../../core/index.js';
import { day, replayed } from '../replay/replay-harness.js';

const event = (second: number): EngineEvent => ({
  _tag: 'Reconciled',
  at: { date: day('2025-03-07'), second },
  discrepancies: [],
});

const told: Command = { _tag: 'Alert', severity: 'info', text: 'said' };

describe('the journal of a replay', () => {
  it('keeps every event with its commands, in order, counted from 1', () => {
    const journal = memoryJournal();
    expect(journal.length()).toBe(0);
    journal.append(event(1), []);
    journal.append(event(2), [told]);
    expect(journal.length()).toBe(2);
    expect(journal.records()).toEqual([
      { sequence: 1, event: event(1), commands: [] },
      { sequence: 2, event: event(2), commands: [told] },
    ]);
  });

  it('is enough to come back to the same state: the events alone, folded again, lead there', () => {
    const events: EngineEvent[] = [];
    const { end, engine, start } = replayed({
      from: '2025-03-03',
      to: '2025-03-14',
      capital: 50_000,
      onStep: ({ event: each }) => {
        events.push(each);
      },
    });
    const again = events.reduce((state, each) => engine.step(state, each).state, start);
    expect(end.ledger.closed.length).toBeGreaterThan(0);
    expect(again).toEqual(end);
  });

  it('survives being written down: the same from its JSON', () => {
    const events: EngineEvent[] = [];
    const { end, engine, start } = replayed({
      from: '2025-03-06',
      to: '2025-03-10',
      onStep: ({ event: each }) => {
        events.push(JSON.parse(JSON.stringify(each)) as EngineEvent);
      },
    });
    const written = JSON.parse(JSON.stringify(start)) as typeof start;
    const again = events.reduce((state, each) => engine.step(state, each).state, written);
    expect(JSON.stringify(again)).toBe(JSON.stringify(end));
  });
});

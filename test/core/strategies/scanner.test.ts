import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { friday0dte, lt112, type Strategy } from '../../../core/index.js';
import {
  scannerMachine,
  scanning,
  type ScannerEvent,
  type ScannerState,
  type ScannerTag,
} from '../../../core/strategies/index.js';
import { at, now } from '../market/fixtures.js';

type EventTag = ScannerEvent['_tag'];

const since = at('2025-03-14 09:45');

const states: Readonly<Record<ScannerTag, ScannerState>> = {
  Scanning: scanning,
  EntryWindow: { _tag: 'EntryWindow', since },
  Entering: { _tag: 'Entering', since, order: 'order 1' },
  Entered: { _tag: 'Entered', since },
};

const events: Readonly<Record<EventTag, ScannerEvent>> = {
  WindowOpened: { _tag: 'WindowOpened', at: now },
  EntrySubmitted: { _tag: 'EntrySubmitted', at: now, order: 'order 2' },
  EntryFilled: { _tag: 'EntryFilled', at: now },
  EntryEnded: { _tag: 'EntryEnded', at: now, why: 'timed out' },
  WindowClosed: { _tag: 'WindowClosed', at: now },
  SessionClosed: { _tag: 'SessionClosed', at: now },
};

type Matrix = Readonly<Record<ScannerTag, Readonly<Record<EventTag, string>>>>;

/** Every state against every event; where an unfilled entry leads is the strategy's own. */
const matrix = (afterUnfilled: ScannerTag): Matrix => ({
  Scanning: {
    WindowOpened: 'Moved EntryWindow',
    EntrySubmitted: 'Refused Scanning',
    EntryFilled: 'Refused Scanning',
    EntryEnded: 'Refused Scanning',
    WindowClosed: 'Ignored Scanning',
    SessionClosed: 'Ignored Scanning',
  },
  EntryWindow: {
    WindowOpened: 'Ignored EntryWindow',
    EntrySubmitted: 'Moved Entering',
    EntryFilled: 'Refused EntryWindow',
    EntryEnded: 'Refused EntryWindow',
    WindowClosed: 'Moved Scanning',
    SessionClosed: 'Moved Scanning',
  },
  Entering: {
    WindowOpened: 'Ignored Entering',
    EntrySubmitted: 'Refused Entering',
    EntryFilled: 'Moved Entered',
    EntryEnded: `Moved ${afterUnfilled}`,
    WindowClosed: 'Ignored Entering',
    SessionClosed: 'Refused Entering',
  },
  Entered: {
    WindowOpened: 'Ignored Entered',
    EntrySubmitted: 'Refused Entered',
    EntryFilled: 'Refused Entered',
    EntryEnded: 'Refused Entered',
    WindowClosed: 'Ignored Entered',
    SessionClosed: 'Moved Scanning',
  },
});

const scanners: ReadonlyArray<readonly [string, Strategy, ScannerTag]> = [
  // An unfilled 0DTE order ends the week; an unfilled LT112 order may be tried again in the window.
  ['0DTE', friday0dte, 'Scanning'],
  ['LT112', lt112, 'EntryWindow'],
];

const tags = Object.keys(states) as ReadonlyArray<ScannerTag>;
const eventTags = Object.keys(events) as ReadonlyArray<EventTag>;

describe.each(scanners)('the scanner of %s', (_, { scan }, afterUnfilled) => {
  const expected = matrix(afterUnfilled);

  it.each(tags.flatMap((tag) => eventTags.map((event) => [tag, event, expected[tag][event]] as const)))(
    'in %s on %s: %s',
    (tag, event, outcome) => {
      const result = scan(states[tag], events[event]);
      expect(`${result._tag} ${result.state._tag}`).toBe(outcome);
      if (result._tag !== 'Moved') {
        expect(result.state).toBe(states[tag]);
        expect(result.reason).not.toBe('');
      }
    },
  );

  it('remembers since when, and which order works', () => {
    expect(scan(states.Scanning, events.WindowOpened).state).toEqual({ _tag: 'EntryWindow', since: now });
    expect(scan(states.EntryWindow, events.EntrySubmitted).state).toEqual({
      _tag: 'Entering',
      since: now,
      order: 'order 2',
    });
    expect(scan(states.Entering, events.EntryFilled).state).toEqual({ _tag: 'Entered', since: now });
  });

  it('is back to scanning after the session that had its entry, and may enter the next', () => {
    const week = ['WindowOpened', 'EntrySubmitted', 'EntryFilled', 'WindowClosed', 'SessionClosed'] as const;
    const walk = (from: ScannerState): ScannerState =>
      week.reduce((state, event) => scan(state, events[event]).state, from);
    expect(walk(scanning)).toEqual(scanning);
    expect(walk(walk(scanning))).toEqual(scanning);
  });

  /** What a scanner must be, said without a machine. */
  interface Model {
    readonly window: boolean;
    readonly working: boolean;
    readonly entered: boolean;
  }

  const idle: Model = { window: false, working: false, entered: false };

  const modelled = (model: Model, event: EventTag): Model => {
    const { window, working, entered } = model;
    const free = !working && !entered;
    switch (event) {
      case 'WindowOpened':
        return free ? { ...model, window: true } : model;
      case 'EntrySubmitted':
        return free && window ? { ...idle, working: true } : model;
      case 'EntryFilled':
        return working ? { ...idle, entered: true } : model;
      case 'EntryEnded':
        return working ? { ...idle, window: afterUnfilled === 'EntryWindow' } : model;
      case 'WindowClosed':
        return { ...model, window: false };
      case 'SessionClosed':
        return working ? model : idle;
    }
  };

  const standing = ({ window, working, entered }: Model): ScannerTag => {
    if (entered) return 'Entered';
    if (working) return 'Entering';
    return window ? 'EntryWindow' : 'Scanning';
  };

  it('stands where the model says, whatever happens in any order, with at most one entry a session', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...eventTags), { maxLength: 60 }), (happened) => {
        const end = happened.reduce<{ state: ScannerState; model: Model; entries: number }>(
          ({ state, model, entries }, event) => {
            const result = scan(state, events[event]);
            const expectedModel = modelled(model, event);
            expect(result.state._tag).toBe(standing(expectedModel));
            const entered = result.state._tag === 'Entered' && state._tag !== 'Entered' ? 1 : 0;
            const isOver = event === 'SessionClosed' && result.state._tag === 'Scanning';
            expect(entries + entered).toBeLessThanOrEqual(1);
            return { state: result.state, model: expectedModel, entries: isOver ? 0 : entries + entered };
          },
          { state: scanning, model: idle, entries: 0 },
        );
        expect(tags).toContain(end.state._tag);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the scanner machine', () => {
  it('has those cells and no others, and hands an unfilled entry to its strategy', () => {
    const machine = scannerMachine(({ why }) => ({ _tag: 'Entering', since: now, order: why }));
    expect(Object.keys(machine)).toEqual(tags);
    tags.forEach((tag) => {
      expect(Object.keys(machine[tag])).toEqual(eventTags);
    });
    const cell = machine.Entering.EntryEnded;
    expect(cell._tag === 'Move' && cell.to(states.Entering as never, events.EntryEnded as never)).toEqual({
      _tag: 'Entering',
      since: now,
      order: 'timed out',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareTimes,
  exitReasons,
  friday0dte,
  lt112,
  transition,
  type ExchangeTime,
  type ExitReason,
} from '../../../core/index.js';
import { creditHolding, type Holding, type HoldingEvent } from '../../../core/strategies/index.js';
import { at, now } from '../market/fixtures.js';

type Tag = Holding['_tag'];

const tags: ReadonlyArray<Tag> = [
  'Active',
  'ProfitTake',
  'StopLoss',
  'DefensiveExit',
  'EmergencyExit',
  'Closed',
];
const opened = at('2025-03-14 10:30');
const state = (tag: Tag): Holding => ({ _tag: tag, since: opened });

type Happening = `ExitDue ${ExitReason}` | 'CloseFilled' | 'CloseUnfilled' | 'Settled';

const event = (happening: Happening, time: ExchangeTime = now): HoldingEvent => {
  switch (happening) {
    case 'CloseFilled':
    case 'CloseUnfilled':
    case 'Settled':
      return { _tag: happening, at: time };
    default:
      return { _tag: 'ExitDue', at: time, reason: happening.slice('ExitDue '.length) as ExitReason };
  }
};

/** Every state against everything that can happen: what kind of cell, and where it leads. */
const matrix: Readonly<Record<Tag, Readonly<Record<Happening, string>>>> = {
  Active: {
    'ExitDue emergency': 'Moved EmergencyExit',
    'ExitDue time': 'Moved DefensiveExit',
    'ExitDue stop': 'Moved StopLoss',
    'ExitDue profit': 'Moved ProfitTake',
    CloseFilled: 'Refused Active',
    CloseUnfilled: 'Ignored Active',
    Settled: 'Moved Closed',
  },
  ProfitTake: {
    'ExitDue emergency': 'Moved EmergencyExit',
    'ExitDue time': 'Moved DefensiveExit',
    'ExitDue stop': 'Moved StopLoss',
    'ExitDue profit': 'Moved ProfitTake',
    CloseFilled: 'Moved Closed',
    CloseUnfilled: 'Moved Active',
    Settled: 'Moved Closed',
  },
  StopLoss: {
    'ExitDue emergency': 'Moved EmergencyExit',
    'ExitDue time': 'Moved DefensiveExit',
    'ExitDue stop': 'Moved StopLoss',
    'ExitDue profit': 'Moved StopLoss',
    CloseFilled: 'Moved Closed',
    CloseUnfilled: 'Ignored StopLoss',
    Settled: 'Moved Closed',
  },
  DefensiveExit: {
    'ExitDue emergency': 'Moved EmergencyExit',
    'ExitDue time': 'Moved DefensiveExit',
    'ExitDue stop': 'Moved DefensiveExit',
    'ExitDue profit': 'Moved DefensiveExit',
    CloseFilled: 'Moved Closed',
    CloseUnfilled: 'Ignored DefensiveExit',
    Settled: 'Moved Closed',
  },
  EmergencyExit: {
    'ExitDue emergency': 'Ignored EmergencyExit',
    'ExitDue time': 'Ignored EmergencyExit',
    'ExitDue stop': 'Ignored EmergencyExit',
    'ExitDue profit': 'Ignored EmergencyExit',
    CloseFilled: 'Moved Closed',
    CloseUnfilled: 'Ignored EmergencyExit',
    Settled: 'Moved Closed',
  },
  Closed: {
    'ExitDue emergency': 'Refused Closed',
    'ExitDue time': 'Refused Closed',
    'ExitDue stop': 'Refused Closed',
    'ExitDue profit': 'Refused Closed',
    CloseFilled: 'Refused Closed',
    CloseUnfilled: 'Ignored Closed',
    Settled: 'Refused Closed',
  },
};

const happenings = Object.keys(matrix.Active) as ReadonlyArray<Happening>;
const cells = tags.flatMap((tag) =>
  happenings.map((happening) => [tag, happening, matrix[tag][happening]] as const),
);

describe('a position that is held', () => {
  it.each(cells)('in %s on %s: %s', (tag, happening, expected) => {
    const result = transition(creditHolding, state(tag), event(happening));
    expect(`${result._tag} ${result.state._tag}`).toBe(expected);
    if (result._tag !== 'Moved') expect(result.reason).not.toBe('');
  });

  it('has those cells and no others', () => {
    expect(Object.keys(creditHolding)).toEqual(tags);
    tags.forEach((tag) => {
      expect(Object.keys(creditHolding[tag]).sort()).toEqual([
        'CloseFilled',
        'CloseUnfilled',
        'ExitDue',
        'Settled',
      ]);
    });
  });

  it.each(tags.filter((tag) => tag !== 'Closed'))('can leave in an emergency from %s', (tag) => {
    const result = transition(creditHolding, state(tag), event('ExitDue emergency'));
    expect(result.state._tag).toBe('EmergencyExit');
  });

  it('remembers when it came to where it stands: a reason no stronger changes nothing', () => {
    const later = at('2025-03-14 11:00');
    expect(transition(creditHolding, state('StopLoss'), event('ExitDue time', later)).state.since).toEqual(
      later,
    );
    expect(transition(creditHolding, state('StopLoss'), event('ExitDue profit', later)).state.since).toEqual(
      opened,
    );
    expect(transition(creditHolding, state('StopLoss'), event('ExitDue stop', later)).state.since).toEqual(
      opened,
    );
  });

  it.each([friday0dte, lt112])('is what both strategies hold', ({ hold, closingFor, opened: open }) => {
    expect(open(now)).toEqual({ _tag: 'Active', since: now });
    expect(tags.map((tag) => closingFor(state(tag)))).toEqual([
      null,
      'profit',
      'stop',
      'time',
      'emergency',
      null,
    ]);
    cells.forEach(([tag, happening, expected]) => {
      const result = hold(state(tag), event(happening));
      expect(`${result._tag} ${result.state._tag}`).toBe(expected);
    });
  });
});

/** What a position must be, said without a machine: open or not, and the strongest reason it is leaving for. */
interface Model {
  readonly open: boolean;
  readonly leaving: ExitReason | null;
}

const modelled = (model: Model, happening: Happening): Model => {
  if (!model.open) return model;
  if (happening === 'Settled') return { open: false, leaving: null };
  if (happening === 'CloseFilled') return model.leaving === null ? model : { open: false, leaving: null };
  if (happening === 'CloseUnfilled') return model.leaving === 'profit' ? { ...model, leaving: null } : model;
  const reason = happening.slice('ExitDue '.length) as ExitReason;
  const rank = (each: ExitReason | null): number => (each === null ? 9 : exitReasons.indexOf(each));
  return rank(reason) < rank(model.leaving) ? { ...model, leaving: reason } : model;
};

describe('whatever happens to a position, in any order', () => {
  const life = fc.array(fc.constantFrom(...happenings), { maxLength: 40 });

  it('it stands where the model says, and an exit is never loosened', () => {
    fc.assert(
      fc.property(life, (happened) => {
        happened.reduce<{ machine: Holding; model: Model }>(
          ({ machine, model }, happening, index) => {
            const time = { ...now, second: now.second + index };
            const next = transition(creditHolding, machine, event(happening, time)).state;
            const expected = modelled(model, happening);
            expect(next._tag === 'Closed').toBe(!expected.open);
            expect(lt112.closingFor(next)).toBe(expected.leaving);
            expect(compareTimes(next.since, machine.since)).toBeGreaterThanOrEqual(0);
            return { machine: next, model: expected };
          },
          { machine: state('Active'), model: { open: true, leaving: null } },
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('closed, it stays closed', () => {
    fc.assert(
      fc.property(life, (happened) => {
        const end = happened.reduce(
          (machine, happening) => transition(creditHolding, machine, event(happening)).state,
          state('Closed'),
        );
        expect(end).toEqual(state('Closed'));
      }),
      { numRuns: 1_000 },
    );
  });
});

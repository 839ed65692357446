import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideExit,
  friday0dte,
  known,
  missing,
  type ExitReason,
  type Session,
} from '../../../../core/index.js';
import type { ExitFacts } from '../../../../core/strategies/index.js';
import { at, limits, tag } from '../../market/fixtures.js';
import { fullDay, halfDay } from '../facts.js';

const friday = fullDay('2025-03-14');
const shortFriday = halfDay('2024-11-29');

/** A condor sold for 4.00 that costs 3.00 to close: nothing but the clock can be due. */
const held = (second: number, session: Session = friday, changes: Partial<ExitFacts> = {}): ExitFacts => ({
  at: { date: session.date, second },
  session,
  expiry: session.date,
  credit: 4,
  cost: known(3),
  profitTarget: 0.5,
  ...changes,
});

const due = (facts: ExitFacts): ExitReason | null => decideExit(friday0dte.exits, facts, limits).due;

const cost = fc.integer({ min: 0, max: 3_000 }).map((cents) => cents / 100);
const second = fc.integer({ min: 37_800, max: 57_600 });

describe('“Exit time: 3:30 PM ET (MANDATORY - not market close)”', () => {
  it.each([
    ['2025-03-14 15:29:59', friday, null],
    ['2025-03-14 15:30', friday, 'time'],
    ['2025-03-14 15:30:01', friday, 'time'],
    ['2025-03-14 15:59:59', friday, 'time'],
    // Early close at 13:00: 30 minutes before it.
    ['2024-11-29 12:29:59', shortFriday, null],
    ['2024-11-29 12:30', shortFriday, 'time'],
    ['2024-11-29 12:30:01', shortFriday, 'time'],
  ] as const)('at %s: %s', (time, session, expected) => {
    expect(due(held(at(time).second, session))).toBe(expected);
  });

  it('closes whatever the profit or loss, and whether or not there is a price', () => {
    fc.assert(
      fc.property(second, cost, fc.boolean(), fc.boolean(), (now, price, isPriced, isShort) => {
        const session = isShort ? shortFriday : friday;
        const reading = isPriced ? known(price) : missing('cost to close', 'stale');
        const outBy = isShort ? 12.5 * 3_600 : 15.5 * 3_600;
        expect(due(held(now, session, { cost: reading })) === 'time').toBe(now >= outBy);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is looked at when it falls due and again when the position must be gone', () => {
    expect(friday0dte.reviews(friday, limits)).toEqual([
      { second: at('2025-03-14 15:30').second, mustBeFlat: false },
      { second: at('2025-03-14 15:35').second, mustBeFlat: true },
    ]);
    expect(friday0dte.reviews(shortFriday, limits)).toEqual([
      { second: at('2024-11-29 12:30').second, mustBeFlat: false },
      { second: at('2024-11-29 12:35').second, mustBeFlat: true },
    ]);
  });
});

describe('“Profit target: 50%”, “Stop loss: 200%” before that', () => {
  it.each([
    // Credit 4.00: out at 2.00 or less, stopped at 12.00 or more, a tick of 0.05 to either side.
    [1.95, 'profit'],
    [2, 'profit'],
    [2.05, null],
    [11.95, null],
    [12, 'stop'],
    [12.05, 'stop'],
  ])('at a cost of %d: %s', (price, expected) => {
    expect(due(held(45_000, friday, { cost: known(price) }))).toBe(expected);
  });

  it('gives way to the clock once it has struck', () => {
    expect(due(held(55_800, friday, { cost: known(2) }))).toBe('time');
    expect(due(held(55_800, friday, { cost: known(12) }))).toBe('time');
  });

  it('says when the stop cannot be watched', () => {
    const unwatched = held(45_000, friday, { cost: missing('cost to close', 'crossed') });
    expect(decideExit(friday0dte.exits, unwatched, limits)).toMatchObject({ due: null, stopUnknown: true });
    expect(decideExit(friday0dte.exits, held(45_000), limits).stopUnknown).toBe(false);
  });

  it('asks every exit, in the order time, stop, profit', () => {
    expect(friday0dte.exits.map(({ reason }) => reason)).toEqual(['time', 'stop', 'profit']);
    const { answers } = decideExit(friday0dte.exits, held(55_800), limits);
    expect(answers.map(({ rule, verdict }) => `${rule} ${tag(verdict)}`)).toEqual([
      'friday-0dte.exit-time Pass',
      'exit.stop Fail',
      'exit.profit Fail',
    ]);
  });

  it('never lets go of an exit as the day goes on', () => {
    fc.assert(
      fc.property(second, second, cost, (a, b, price) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const then = due(held(early, friday, { cost: known(price) }));
        const later = due(held(late, friday, { cost: known(price) }));
        expect(then === null || later === then || later === 'time').toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

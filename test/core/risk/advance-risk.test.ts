import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  advanceRisk,
  known,
  systemMode,
  windowFrom,
  type RiskInput,
  type RiskState,
  type SystemMode,
} from '../../../core/index.js';
import {
  after,
  at,
  capital,
  closed,
  limits,
  losing,
  on,
  opened,
  resetAt,
  sampled,
  started,
  usd,
  vixAt,
  vixClose,
} from './account.js';

const modeOf = (risk: RiskState): SystemMode =>
  systemMode({ risk, operatorHalt: false, manual: false }, limits).mode;

const friday = '2025-03-14';
const short = { shortPremiumOpen: true };
/** Thursday ended at $100,000 with VIX at 18, and Friday opened there. */
const calm = after([
  opened('2025-03-13'),
  sampled(at('2025-03-13', 15, 55), capital, short),
  sampled(at('2025-03-13', 16, 0), capital, short),
  closed('2025-03-13', capital, true),
  vixClose('2025-03-13', 18),
  opened(friday),
]).state;

describe('rapid drawdown in the fold', () => {
  it('leaves a calm account free to trade', () => {
    expect(modeOf(calm)).toBe('Normal');
  });

  it('trips on an overnight gap at the first sample and cancels working entries', () => {
    const gap = after([sampled(at(friday, 9, 30), usd(97_000), short)], calm);
    expect(gap.state.breaker._tag).toBe('Tripped');
    expect(gap.effects).toEqual(['cancel working entries']);
    expect(modeOf(gap.state)).toBe('NoEntries');
  });

  it('does not trip a cent above the threshold', () => {
    const { state } = after([sampled(at(friday, 9, 30), (usd(97_000) + 1) as typeof capital, short)], calm);
    expect(state.breaker._tag).toBe('Armed');
    expect(modeOf(state)).toBe('Normal');
  });

  it('does not flatten on one bad sample', () => {
    const history = after(
      [
        sampled(at(friday, 9, 30), usd(50_000), short),
        sampled(at(friday, 9, 31), usd(99_900), short),
        sampled(at(friday, 9, 32), usd(99_900), short),
      ],
      calm,
    );
    expect(history.effects).toEqual(['cancel working entries']);
    expect(history.state.closing.flatten).toBeNull();
    expect(history.state.breaker).toMatchObject({ _tag: 'Tripped', lockedSince: null });
  });

  it.each([
    [(usd(95_500) + 1) as typeof capital, false],
    [usd(95_500), true],
    [(usd(95_500) - 1) as typeof capital, true],
  ])('with a second sample at %i cents flattens and locks: %s', (second, locks) => {
    const history = after(
      [sampled(at(friday, 9, 30), usd(95_500), short), sampled(at(friday, 9, 40), second, short)],
      calm,
    );
    const { breaker, closing } = history.state;
    expect(breaker._tag === 'Tripped' && breaker.lockedSince !== null).toBe(locks);
    expect(closing.flatten !== null).toBe(locks);
    expect(history.effects.includes('flatten short premium')).toBe(locks);
    expect(modeOf(history.state)).toBe(locks ? 'ReduceOnly' : 'NoEntries');
  });

  it('confirms against the reference of the first sample although its window has passed', () => {
    const { state } = after(
      [sampled(at(friday, 10, 0), usd(95_000), short), sampled(at(friday, 11, 0), usd(95_400), short)],
      calm,
    );
    expect(state.closing.flatten?.causes).toEqual(['rapid drawdown']);
  });

  it('is not confirmed by a sample that is refused', () => {
    const first = sampled(at(friday, 9, 30), usd(95_000), short);
    const history = after(
      [first, first, sampled(at(friday, 9, 31), Number.NaN as typeof capital, short)],
      calm,
    );
    expect(history.state.closing.flatten).toBeNull();
    expect(history.notices.filter(({ kind }) => kind === 'input refused')).toHaveLength(2);
  });

  it('reduces only until no short premium is open, then allows no entries', () => {
    const { state } = after(
      [
        sampled(at(friday, 9, 30), usd(95_000), short),
        sampled(at(friday, 9, 31), usd(95_000), short),
        sampled(at(friday, 9, 32), usd(95_000)),
      ],
      calm,
    );
    expect(state.closing.flatten).toBeNull();
    expect(modeOf(state)).toBe('NoEntries');
  });
});

describe('margin and drawdown in the fold', () => {
  it.each([
    [79_999.99, 'Armed'],
    [80_000, 'Tripped'],
    [80_000.01, 'Tripped'],
  ])('trip at a usage of $%d of 100,000: %s', (used, tag) => {
    const input = sampled(at(friday, 9, 30), capital, { ...short, buyingPowerInUse: usd(used) });
    expect(after([input], calm).state.breaker._tag).toBe(tag);
  });

  it('flatten at the second sample with all of equity at work, without a lock', () => {
    const full = { ...short, buyingPowerInUse: capital };
    const one = after([sampled(at(friday, 9, 30), capital, full)], calm);
    const two = after([sampled(at(friday, 9, 31), capital, full)], one.state);
    expect(one.effects).not.toContain('flatten short premium');
    expect(two.effects).toEqual(['flatten short premium']);
    expect(two.state.breaker).toMatchObject({ reasons: ['margin'], lockedSince: null });
  });

  it.each([
    [(usd(80_000) + 1) as typeof capital, null],
    [usd(80_000), ['drawdown']],
    [(usd(80_000) - 1) as typeof capital, ['drawdown']],
  ])('close all short premium at the second sample at %i cents: %o', (second, causes) => {
    // Ten slow steps of 2% each, so that the rapid drawdown plays no part.
    const slide = [98, 96, 94, 92, 90.5, 89, 87, 85.5, 83.5, 81.5].map((thousands, step) =>
      sampled(at(friday, 10, 6 * step), usd(thousands * 1_000), short),
    );
    const { state } = after(
      [...slide, sampled(at(friday, 11, 30), usd(80_000), short), sampled(at(friday, 12, 0), second, short)],
      calm,
    );
    expect(state.closing.flatten?.causes ?? null).toEqual(causes);
    expect(state.breaker._tag).toBe('Armed');
  });

  it('are untouched by a sample whose buying power is no number', () => {
    const input = sampled(at(friday, 9, 30), usd(50_000), { buyingPowerInUse: Number.NaN as typeof capital });
    expect(advanceRisk(calm, input, limits).state).toBe(calm);
  });
});

describe('losses in a row in the fold', () => {
  const loss = (minute: number): RiskInput => losing(at(friday, 11, minute), 'SPY', -100);

  it('report at two and trip at three, with the last equity known', () => {
    const history = after([loss(0), loss(1), loss(2)], calm);
    expect(history.notices.map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual([
      'losses in a row: 2',
      'breaker tripped: losses',
      'losses in a row: 3',
    ]);
    expect(history.state.breaker).toMatchObject({ reasons: ['losses'], equityAtTrip: capital });
    expect(history.effects).toEqual(['cancel working entries']);
  });

  it('begin again at a close without a loss', () => {
    const { state } = after([loss(0), loss(1), losing(at(friday, 11, 2), 'SPY', 0), loss(3)], calm);
    expect(state).toMatchObject({ lossStreak: 1, breaker: { _tag: 'Armed' } });
  });
});

describe('the way out of a trip', () => {
  const losses = [0, 1, 2].map((minute) => losing(at(friday, 11, minute), 'SPY', -100));
  const trip = after([...losses, closed(friday, capital)], calm).state;
  const monday = '2025-03-17';

  it('for a flat account is the operator or 2%, never time alone', () => {
    const days = ['2025-03-17', '2025-03-18', '2025-03-19', '2025-03-20'];
    const waited = after(
      days.flatMap((date) => [
        opened(date),
        sampled(at(date, 10, 0), capital),
        closed(date, capital),
        vixClose(date, 18),
      ]),
      trip,
    ).state;
    expect(waited.breaker._tag).toBe('Tripped');
    const reset = after([opened('2025-03-21'), resetAt(at('2025-03-21', 9, 30), capital)], waited).state;
    expect(reset.breaker._tag).toBe('Probation');
    const richer = after(
      [opened('2025-03-21'), sampled(at('2025-03-21', 10, 0), usd(102_000))],
      waited,
    ).state;
    expect(richer.breaker._tag).toBe('Probation');
    const nearly = (usd(102_000) - 1) as typeof capital;
    const poorer = after([opened('2025-03-21'), sampled(at('2025-03-21', 10, 0), nearly)], waited).state;
    expect(poorer.breaker._tag).toBe('Tripped');
  });

  it('is closed at a sample that itself breaches, even without a cooldown', () => {
    const eager = { ...limits, 'breaker.cooldown': 0, 'breaker.recoverEquity': 0 };
    const { state } = advanceRisk(calm, sampled(at(friday, 9, 30), usd(97_000)), eager);
    expect(state.breaker._tag).toBe('Tripped');
  });

  it('starts probation with no losses and an equity window that begins again', () => {
    const { state } = after([opened(monday), resetAt(at(monday, 9, 30), usd(99_000))], trip);
    expect(state.lossStreak).toBe(0);
    expect(state.window).toEqual({ newest: { at: at(monday, 9, 30), equity: usd(99_000) }, earlier: [] });
  });

  it('ends probation on a flat session and not on a losing one', () => {
    const begun = after([opened(monday), resetAt(at(monday, 9, 30), capital)], trip).state;
    expect(after([closed(monday, capital)], begun).state.breaker._tag).toBe('Armed');
    const lost = after([closed(monday, (capital - 1) as typeof capital)], begun).state;
    expect(lost.breaker._tag).toBe('Probation');
    const again = after([opened('2025-03-18'), closed('2025-03-18', (capital - 1) as typeof capital)], lost);
    expect(again.state.breaker._tag).toBe('Armed');
  });

  it('refuses an operator who comes too early and keeps nothing of it', () => {
    const step = advanceRisk(trip, resetAt(at('2025-03-15', 10, 0), capital), limits);
    expect(step.state).toBe(trip);
    expect(step.notices[0]?.detail).toContain('risk.recovery.cooldown');
  });
});

describe('re-basing', () => {
  const flatDays = (from: string, count: number, equity: typeof capital): ReadonlyArray<RiskInput> =>
    Array.from({ length: count }, (_, day) => addDays(on(from), day)).flatMap((date) => [
      opened(date),
      sampled(at(date, 10, 0), equity),
      closed(date, equity),
    ]);
  /** Friday ended flat at this equity, reached so slowly that no breaker tripped. */
  const down = (equity: typeof capital): RiskState => ({
    ...after([closed(friday, equity)], calm).state,
    window: windowFrom({ at: at(friday, 16, 0), equity }),
    lossStreak: 2,
  });

  it('happens by itself after exactly 20 sessions without short premium, into probation', () => {
    const equity = usd(85_000);
    const before = after(flatDays('2025-03-17', 19, equity), down(equity)).state;
    expect(before).toMatchObject({ lossStreak: 2, drawdown: { peak: capital }, breaker: { _tag: 'Armed' } });
    const { state } = after(flatDays('2025-04-05', 1, equity), before);
    expect(state.drawdown).toMatchObject({ peak: equity, inceptionPeak: capital, noEntriesSince: null });
    expect(state).toMatchObject({ lossStreak: 0, breaker: { _tag: 'Probation' } });
  });

  it('begins to count again when short premium was open during a session', () => {
    const equity = usd(85_000);
    const held = [
      opened('2025-04-01'),
      sampled(at('2025-04-01', 10, 0), equity, short),
      sampled(at('2025-04-01', 11, 0), equity),
      closed('2025-04-01', equity),
    ];
    const { state } = after([...flatDays('2025-03-17', 15, equity), ...held], down(equity));
    expect(state.drawdown.flatSessions).toBe(0);
  });

  it.each([
    [(usd(85_000) + 1) as typeof capital, false],
    [usd(85_000), true],
    [(usd(70_000) + 1) as typeof capital, true],
    [usd(70_000), false],
    [(usd(70_000) - 1) as typeof capital, false],
  ])('by itself at %i cents of 10,000,000: %s', (equity, happens) => {
    const { state } = after(flatDays('2025-03-17', 21, equity), down(equity));
    expect(state.drawdown.peak === equity).toBe(happens);
  });

  it('is the operator’s alone from 30% below the inception peak', () => {
    const equity = usd(60_000);
    const time = at('2025-03-17', 9, 30);
    const { state } = after([{ _tag: 'OperatorRebased', at: time, equity }], down(equity));
    expect(state.drawdown).toMatchObject({ peak: equity, inceptionPeak: capital });
    const shallow = usd(85_001);
    const refused = after([{ _tag: 'OperatorRebased', at: time, equity: shallow }], down(shallow));
    expect(refused.notices[0]?.kind).toBe('input refused');
  });

  it('forgets a drawdown sighting that was measured from the old peak', () => {
    const equity = usd(78_000);
    const sighted = after([sampled(at('2025-03-17', 9, 30), equity)], down(equity)).state;
    expect(sighted.closing.sightings.drawdown).not.toBeNull();
    const time = at('2025-03-17', 9, 31);
    const { state } = after([{ _tag: 'OperatorRebased', at: time, equity }], sighted);
    expect(state.closing.sightings.drawdown).toBeNull();
  });
});

describe('sessions and cash', () => {
  it('measure day, week and month from the last close before each began', () => {
    const { state } = after([
      opened('2025-02-27'),
      closed('2025-02-27', usd(101_000)),
      opened('2025-02-28'),
      closed('2025-02-28', usd(102_000)),
      opened('2025-03-03'),
      closed('2025-03-03', usd(103_000)),
      opened('2025-03-05'),
    ]);
    expect(state.baselines).toMatchObject({
      day: usd(103_000),
      week: usd(102_000),
      month: usd(102_000),
    });
  });

  it('begin a week with its first session although Monday is a holiday', () => {
    const { state } = after([
      opened('2025-02-14'),
      closed('2025-02-14', usd(99_000)),
      opened('2025-02-18'),
      closed('2025-02-18', usd(98_000)),
      opened('2025-02-19'),
    ]);
    expect(state.baselines).toMatchObject({ day: usd(98_000), week: usd(99_000), month: capital });
  });

  it('refuse a session that opens twice and one that closes without opening', () => {
    expect(after([opened(friday)], calm).notices[0]?.kind).toBe('input refused');
    expect(after([closed(friday, capital)]).notices[0]?.kind).toBe('input refused');
  });

  it('shift every level by a deposit, so that no result changes', () => {
    const tripped = after([sampled(at(friday, 9, 30), usd(96_000), short)], calm).state;
    const { state } = after([{ _tag: 'CashMoved', at: at(friday, 9, 31), amount: usd(5_000) }], tripped);
    expect(state).toMatchObject({
      equity: usd(101_000),
      drawdown: { peak: usd(105_000), inceptionPeak: usd(105_000) },
      baselines: { day: usd(105_000), week: usd(105_000), month: usd(105_000), lastClose: usd(105_000) },
      breaker: { equityAtTrip: usd(101_000) },
      window: { newest: { equity: usd(101_000) } },
    });
  });

  it('do not trip on a withdrawal', () => {
    const { state } = after(
      [
        { _tag: 'CashMoved', at: at(friday, 9, 31), amount: usd(-40_000) },
        sampled(at(friday, 9, 32), usd(60_000), short),
      ],
      calm,
    );
    expect(state.breaker._tag).toBe('Armed');
    expect(modeOf(state)).toBe('Normal');
  });
});

describe('the state', () => {
  const equity = fc.integer({ min: 6_000_000, max: 13_000_000 }).map((value) => value as typeof capital);
  const draft = fc.record({
    kind: fc.integer({ min: 0, max: 8 }),
    equity,
    minutes: fc.integer({ min: 0, max: 900 }),
    vix: fc.double({ min: 10, max: 60, noNaN: true }),
    short: fc.boolean(),
  });
  const inputOf = (
    draw: { kind: number; equity: typeof capital; vix: number; short: boolean },
    minutes: number,
  ): RiskInput => {
    const time = {
      date: addDays(on('2025-01-02'), Math.floor(minutes / 1_440)),
      second: (minutes % 1_440) * 60,
    };
    const close = { closes: [{ underlying: 'SPY', profit: (draw.equity - capital) as typeof capital }] };
    const inputs: ReadonlyArray<RiskInput> = [
      { _tag: 'SessionOpened', at: time },
      sampled(time, draw.equity, { shortPremiumOpen: draw.short, vix: known(draw.vix) }),
      sampled(time, draw.equity, { shortPremiumOpen: draw.short, buyingPowerInUse: capital }),
      { _tag: 'VixPrinted', at: time, value: draw.vix },
      { _tag: 'VixClosed', at: time, value: draw.vix },
      { _tag: 'PositionsClosed', at: time, ...close },
      { _tag: 'SessionClosed', at: time, equity: draw.equity, shortPremiumOpen: draw.short },
      resetAt(time, draw.equity, draw.vix),
      { _tag: 'OperatorRebased', at: time, equity: draw.equity },
    ];
    return inputs[draw.kind]!;
  };

  it('is the same after a round trip through JSON, whatever happened, and never below its peaks', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), (drafts) => {
        let state = started;
        let minutes = 0;
        for (const draw of drafts) {
          minutes += draw.minutes;
          const input = inputOf(draw, minutes);
          const copy = JSON.parse(JSON.stringify(state)) as RiskState;
          const step = advanceRisk(state, input, limits);
          expect(advanceRisk(copy, input, limits)).toEqual(step);
          state = step.state;
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
          expect(state.drawdown.inceptionPeak).toBeGreaterThanOrEqual(state.drawdown.peak);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('never flattens on the first sample beyond a threshold', () => {
    fc.assert(
      fc.property(equity, fc.integer({ min: 0, max: 20_000_000 }), (level, used) => {
        const input = sampled(at(friday, 9, 30), level, {
          ...short,
          buyingPowerInUse: used as typeof capital,
        });
        expect(advanceRisk(calm, input, limits).effects).not.toContain('flatten short premium');
      }),
      { numRuns: 1_000 },
    );
  });

  it('stops entries during a panic and frees them at its end', () => {
    const panic = after([vixAt(at(friday, 10, 0), 27.01)], calm);
    expect(panic.effects).toEqual(['cancel working entries']);
    expect(modeOf(panic.state)).toBe('NoEntries');
    const next = after([closed(friday, capital), vixClose(friday, 26), opened('2025-03-17')], panic.state);
    expect(modeOf(next.state)).toBe('Normal');
  });
});

import fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { createModelChain } from '../../../adapters/market-data/index.js';
import { replaySource, type ReplayRange, type ReplayTick } from '../../../adapters/replay/index.js';
import { lastKnownBar } from '../../../adapters/replay/last-known.js';
import { compareTimes, sessionsBetween, type EngineEvent } from '../../../core/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { day, history, macroOf, rightOf } from './replay-harness.js';

const past = history();
const chain = createModelChain({ history: past, pricing });
const sourceOf = (range: ReplayRange) => replaySource(past, chain, macroOf(past), range);

const ticksOf = (range: ReplayRange): ReadonlyArray<ReplayTick> => {
  const source = rightOf(sourceOf(range));
  const ticks: ReplayTick[] = [];
  for (let tick = source.peek(); tick !== null; tick = source.peek()) {
    ticks.push(tick);
    source.advance();
  }
  return ticks;
};

const eventsOf = <Tag extends EngineEvent['_tag']>(
  ticks: ReadonlyArray<ReplayTick>,
  tag: Tag,
): ReadonlyArray<Extract<EngineEvent, { _tag: Tag }>> =>
  ticks.flatMap((tick) =>
    tick._tag === 'Event' && tick.event._tag === tag
      ? [tick.event as Extract<EngineEvent, { _tag: Tag }>]
      : [],
  );

describe('a market’s past as events', () => {
  const ticks = ticksOf({ from: day('2025-03-10'), to: day('2025-03-14') });

  it('never goes back in time', () => {
    for (const [index, tick] of ticks.entries()) {
      const next = ticks[index + 1];
      if (next !== undefined) expect(compareTimes(tick.at, next.at)).toBeLessThanOrEqual(0);
    }
  });

  it('opens and closes every session once, and no other day', () => {
    const dates = rightOf(sessionsBetween(day('2025-03-10'), day('2025-03-14'))).map(({ date }) => date);
    expect(eventsOf(ticks, 'SessionOpened').map(({ at }) => at.date)).toEqual(dates);
    expect(eventsOf(ticks, 'SessionClosed').map(({ at }) => at.date)).toEqual(dates);
  });

  it('warms up with every earlier day and no later one', () => {
    const warmed = eventsOf(ticks, 'WarmedUp').map(({ date }) => date);
    expect(warmed).toEqual(past.indexDaily.map(({ date }) => date).filter((date) => date < '2025-03-10'));
    expect(warmed.length).toBeGreaterThan(252);
  });

  it('looks at the market when a bar ends: 78 times in a session of five-minute bars', () => {
    const looks = ticks.filter(({ _tag, at }) => _tag === 'Market' && at.date === '2025-03-14');
    expect(looks).toHaveLength(78);
    expect(looks[0]?.at.second).toBe(34_500);
    expect(looks.at(-1)?.at.second).toBe(57_600);
  });

  it('settles at the close with a price for every root it models', () => {
    const closed = eventsOf(ticks, 'SessionClosed').at(-1);
    expect(Object.keys(closed?.settlements ?? {})).toEqual(expect.arrayContaining(['SPY', 'ES', 'MES']));
    expect(closed?.settlements['SPX']).toBe(closed?.index?.close);
  });

  it('leaves out the bars of sessions nobody watches, which open and close all the same', () => {
    const some = ticksOf({
      from: day('2025-03-10'),
      to: day('2025-03-14'),
      watched: ({ date }) => date === '2025-03-14',
    });
    expect(new Set(some.filter(({ _tag }) => _tag === 'Market').map(({ at }) => at.date))).toEqual(
      new Set(['2025-03-14']),
    );
    expect(eventsOf(some, 'SessionOpened')).toHaveLength(5);
  });

  it.each([
    ['before its first day', '1900-01-02', '2025-01-02', 'OutsideHistory', 'from'],
    ['after its last day', '2025-01-02', '2026-12-31', 'OutsideHistory', 'to'],
    ['backwards', '2025-03-14', '2025-03-13', 'EmptyRange', 'from'],
    [
      'from its first day, which nothing precedes',
      past.indexDaily[0]?.date ?? '',
      '2025-01-02',
      'NoWarmUp',
      'from',
    ],
  ])('refuses to go %s', (_, from, to, tag, field) => {
    const source = sourceOf({ from: day(from), to: day(to) });
    expect(isLeft(source) && source.left).toMatchObject({ _tag: tag, field });
  });

  it('refuses a stretch without a session in it', () => {
    const source = sourceOf({ from: day('2025-03-15'), to: day('2025-03-16') });
    expect(isLeft(source) && source.left).toMatchObject({ _tag: 'EmptyRange', value: '2025-03-16' });
  });
});

describe('the last bar known', () => {
  it('ended by the moment asked about, is of that very session, and no later bar had ended', () => {
    const sessions = past.indexIntraday.filter(({ date }) => date >= '2025-03-10' && date <= '2025-03-14');
    fc.assert(
      fc.property(
        fc.constantFrom(...sessions),
        fc.array(fc.integer({ min: 30_000, max: 60_000 }), { minLength: 1, maxLength: 10 }),
        (session, moments) => {
          const known = lastKnownBar(sessions);
          for (const second of [...moments].sort((a, b) => a - b)) {
            const ended = session.bars.filter(({ end }) => end.second <= second);
            expect(known({ date: session.date, second })?.bar ?? null).toBe(ended.at(-1) ?? null);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('is none on a day without bars: an earlier session’s are never used', () => {
    expect(lastKnownBar(past.indexIntraday)({ date: day('2025-03-15'), second: 50_000 })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { formatTime, session, type Decision, type MarketHistory } from '../../../core/index.js';
import { day, derivedRules, history, replayed } from './replay-harness.js';

/** The history without what a predicate names. */
const without = (
  lacks: Partial<{
    readonly index: (date: string, second: number) => boolean;
    readonly vix: (date: string, second: number) => boolean;
    readonly vixDaily: (date: string) => boolean;
  }>,
): MarketHistory => {
  const past = history();
  const bars = (
    sessions: MarketHistory['indexIntraday'],
    gone: (date: string, second: number) => boolean,
  ): MarketHistory['indexIntraday'] =>
    sessions.map((each) => ({ ...each, bars: each.bars.filter(({ end }) => !gone(end.date, end.second)) }));
  return {
    ...past,
    indexIntraday: lacks.index ? bars(past.indexIntraday, lacks.index) : past.indexIntraday,
    vixIntraday: lacks.vix ? bars(past.vixIntraday, lacks.vix) : past.vixIntraday,
    vixDaily: past.vixDaily.filter(({ date }) => lacks.vixDaily?.(date) !== true),
  };
};

const fridayReplay = (past: MarketHistory) => {
  const entries: Decision[] = [];
  const alerts: string[] = [];
  const sent: string[] = [];
  const { end } = replayed({
    from: '2025-03-03',
    to: '2025-03-11',
    capital: 50_000,
    rules: derivedRules,
    history: past,
    // At mid the order of 2025-03-07 fills whatever the ladder concedes: what matters here comes after.
    fills: 'mid',
    onStep: ({ event, result: { commands, decisions } }) => {
      for (const decision of decisions)
        if (decision.strategy === 'friday-0dte' && decision.subject === 'entry') entries.push(decision);
      for (const command of commands) {
        if (command._tag === 'Alert' && command.severity === 'critical')
          alerts.push(`${formatTime(event.at)} ${command.text}`);
        if (command._tag === 'SubmitOrder' || command._tag === 'ReplaceOrder') {
          const hours = session(event.at.date);
          if (hours === null || event.at.second < hours.open || event.at.second >= hours.close)
            sent.push(`${command.key} at ${formatTime(event.at)}`);
        }
      }
    },
  });
  return { end, entries, alerts, sent };
};

const unknownRules = ({ answers }: Decision): ReadonlyArray<string> =>
  answers.filter(({ verdict: { _tag } }) => _tag === 'Unknown').map(({ rule }) => rule);

describe('a replay over holes in the data', () => {
  it('enters on 2025-03-07 when nothing is missing: what follows is measured against this', () => {
    const { entries } = fridayReplay(history());
    expect(entries.map(({ outcome }) => outcome._tag)).toEqual(['Ordered']);
  });

  it('does not enter without VIX bars of the morning, for that reason', () => {
    const { entries } = fridayReplay(without({ vix: (date) => date === '2025-03-07' }));
    expect(entries).toHaveLength(1);
    expect(entries[0]?.outcome._tag).toBe('Refused');
    expect(entries[0] && unknownRules(entries[0])).toContain('friday-0dte.vix');
  });

  it('does not enter on a VIX bar older than 65 minutes', () => {
    const { entries } = fridayReplay(
      without({ vix: (date, second) => date === '2025-03-07' && second > 33_500 }),
    );
    expect(entries[0]?.outcome._tag).toBe('Refused');
    expect(entries[0] && unknownRules(entries[0]).length).toBeGreaterThan(0);
  });

  it('does not enter without index bars of the morning', () => {
    const { entries } = fridayReplay(
      without({ index: (date, second) => date === '2025-03-07' && second <= 43_200 }),
    );
    expect(entries[0]?.outcome._tag).toBe('Refused');
    expect(entries[0] && unknownRules(entries[0])).toContain('friday-0dte.strikes');
  });

  it('does not enter while the previous close of VIX is unknown: a jump cannot be ruled out', () => {
    const { entries } = fridayReplay(without({ vixDaily: (date) => date === '2025-03-06' }));
    expect(entries[0]?.outcome._tag).toBe('Refused');
  });

  it('closes by the clock, or settles, what it holds when the quotes stop at noon; it ends and sends nothing after hours', () => {
    const { end, alerts, sent } = fridayReplay(
      without({
        vix: (date, second) => date === '2025-03-07' && second > 40_000,
        index: (date, second) => date === '2025-03-07' && second > 40_000,
      }),
    );
    const trade = end.ledger.closed.find(({ position }) => position.strategy === 'friday-0dte');
    expect(trade?.closedAt.date).toBe('2025-03-07');
    expect(['time', 'settled']).toContain(trade?.reason);
    expect(sent).toEqual([]);
    if (trade?.reason === 'settled') expect(alerts.length).toBeGreaterThan(0);
  });

  it('opens and closes a session of which nothing is known', () => {
    const { end, entries } = fridayReplay(
      without({ index: (date) => date === '2025-03-07', vix: (date) => date === '2025-03-07' }),
    );
    expect(entries.map(({ outcome }) => outcome._tag)).toEqual(['Refused']);
    expect(end.system.session).toBeNull();
    expect(end.system.memory.last).toBe(day('2025-03-11'));
  });
});

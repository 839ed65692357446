import { describe, expect, it } from 'vitest';
import {
  deriveRules,
  formatTime,
  seedRules,
  session,
  type DailyBar,
  type ExchangeTime,
  type MarketHistory,
} from '../../../core/index.js';
import { day, history, replayed, rightOf } from './replay-harness.js';

/** The Friday after Thanksgiving 2024: the exchange closes at 13:00. */
const friday = day('2024-11-29');

/**
 * The same prices with every volatility index at twice its level from a week before: the real VIX was far
 * below 22, and a locked number cannot be derived away.
 */
const nervous = (): MarketHistory => {
  const past = history();
  const doubled = <P extends { open: number; high: number; low: number; close: number }>(bar: P): P => ({
    ...bar,
    open: bar.open * 2,
    high: bar.high * 2,
    low: bar.low * 2,
    close: bar.close * 2,
  });
  const daily = (bar: DailyBar): DailyBar => (bar.date >= '2024-11-20' ? doubled(bar) : bar);
  const twice = (level: number | null): number | null => (level === null ? null : level * 2);
  return {
    ...past,
    volatility: past.volatility.map(({ date, vix1d, vix9d, vix3m, vix6m }) =>
      date < '2024-11-20'
        ? { date, vix1d, vix9d, vix3m, vix6m }
        : { date, vix1d: twice(vix1d), vix9d: twice(vix9d), vix3m: twice(vix3m), vix6m: twice(vix6m) },
    ),
    vixDaily: past.vixDaily.map(daily),
    vixIntraday: past.vixIntraday.map((each) =>
      each.date >= '2024-11-20' ? { ...each, bars: each.bars.map(doubled) } : each,
    ),
  };
};

/** A target out of reach, so that only the clock closes. */
const rules = rightOf(deriveRules(seedRules, 'no target', { 'exit.profitTarget': 0.99 }));

const closing: { readonly at: ExchangeTime; readonly reason: string }[] = [];
const persisted: ExchangeTime[] = [];
const timers: string[] = [];
const { end } = replayed({
  from: '2024-11-25',
  to: '2024-11-29',
  strategies: ['friday-0dte'],
  rules,
  history: nervous(),
  onStep: ({ event, result: { commands } }) => {
    if (event.at.date !== friday) return;
    for (const command of commands) {
      if (command._tag === 'JournalOrder' && command.order.purpose === 'close')
        closing.push({ at: event.at, reason: command.order.reason });
      if (command._tag === 'PersistAndReconcile') persisted.push(event.at);
      if (command._tag === 'SetTimer') timers.push(`${command.timer._tag} ${formatTime(command.at)}`);
    }
  },
});

describe('a 0DTE Friday that closes at 13:00', () => {
  it('is an early close on the exchange’s calendar', () => {
    expect(session(friday)).toMatchObject({ close: 46_800, earlyClose: true });
  });

  it('is entered at 10:30, exactly two hours before its forced exit', () => {
    const [trade] = end.ledger.closed;
    expect(trade?.position.openedAt.date).toBe(friday);
    expect(trade?.position.openedAt.second).toBeLessThanOrEqual(37_920);
  });

  it('starts closing at 12:30, for the reason of time, and is flat by 12:35', () => {
    expect(closing[0]).toEqual({ at: { date: friday, second: 45_000 }, reason: 'time' });
    const [trade] = end.ledger.closed;
    expect(trade?.reason).toBe('time');
    expect(trade?.closedAt.second).toBeGreaterThanOrEqual(45_000);
    expect(trade?.closedAt.second).toBeLessThanOrEqual(45_300);
    expect(end.positions).toEqual([]);
  });

  it('sets its review timers 30 and 25 minutes before the close', () => {
    expect(timers).toContain(`Review ${friday} 12:30`);
    expect(timers).toContain(`Review ${friday} 12:35`);
  });

  it('persists and reconciles at 12:45', () => {
    expect(persisted).toContainEqual({ date: friday, second: 45_900 });
    expect(persisted).not.toContainEqual({ date: friday, second: 56_700 });
  });
});

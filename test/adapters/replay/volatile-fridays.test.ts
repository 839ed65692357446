import { describe, expect, it } from 'vitest';
import { formatTime, weekday, type Decision } from '../../../core/index.js';
import { replayed } from './replay-harness.js';

/** Fridays of 2023–2025 with VIX above 22 known at 10:30, from the rulebook (D§3); PANIC on 2025-04-11. */
const volatileFridays = [
  ['2023-02-24', '2023-03-10', '2023-03-17', '2023-03-24'],
  ['2024-08-02', '2024-08-09'],
  ['2025-03-07', '2025-03-14', '2025-04-04', '2025-04-11', '2025-04-25', '2025-05-02', '2025-05-23'],
  ['2025-10-17', '2025-11-21'],
].flat();

const entries: Decision[] = [];
/** When each 0DTE entry order ended and how: the date, the tag of its last report and the second. */
const ended = new Map<string, { readonly how: string; readonly second: number }>();
let fridays = 0;

const { end } = replayed({
  from: '2023-01-01',
  to: '2025-12-31',
  onStep: ({ before, event, result: { state, decisions } }) => {
    if (event._tag === 'SessionOpened' && weekday(event.at.date) === 'friday') fridays += 1;
    for (const decision of decisions)
      if (decision.strategy === 'friday-0dte' && decision.subject === 'entry') entries.push(decision);
    if (event._tag !== 'OrderReported') return;
    const entry = ({ orders }: typeof state): boolean =>
      orders.some(({ state: { order } }) => order.id === event.order && order.purpose === 'open');
    if (entry(before) && !entry(state) && event.order.startsWith('friday-0dte'))
      ended.set(event.at.date, { how: event.report._tag, second: event.at.second });
  },
});

const vixOf = ({ answers }: Decision): number => {
  const verdict = answers.find(({ rule }) => rule === 'friday-0dte.vix')?.verdict;
  if (verdict === undefined || !('finding' in verdict) || verdict.finding._tag !== 'Measured')
    throw new Error(`no VIX: ${JSON.stringify(verdict)}`);
  return verdict.finding.observed;
};

const onDate = (date: string): Decision => {
  const decision = entries.find(({ at }) => at.date === date);
  if (decision === undefined) throw new Error(`no 0DTE decision on ${date}`);
  return decision;
};

describe('Friday 0DTE in the default replay of 2023 to 2025 at $30,000', () => {
  it('decides once on every Friday session, at 10:30:00 and at no other moment', () => {
    for (const { at } of entries) {
      expect(weekday(at.date)).toBe('friday');
      expect(formatTime(at)).toBe(`${at.date} 10:30`);
      expect(at.second).toBe(37_800);
    }
    expect(new Set(entries.map(({ at }) => at.date)).size).toBe(entries.length);
    expect(entries.length).toBe(fridays);
    expect(fridays).toBeGreaterThan(145);
  });

  it('knew a VIX above 22 on exactly the fifteen Fridays of the rulebook', () => {
    const above = entries.filter((decision) => vixOf(decision) > 22).map(({ at }) => at.date as string);
    expect(above).toEqual(volatileFridays);
  });

  it('names VIX as a reason on every other Friday, and on none of the fifteen but the panic', () => {
    for (const decision of entries) {
      const { outcome, at } = decision;
      const byVix = outcome._tag === 'Refused' && outcome.blockedBy.includes('friday-0dte.vix');
      expect([at.date, byVix]).toEqual([at.date, !volatileFridays.includes(at.date)]);
    }
  });

  it.each(volatileFridays)('accounts for %s: ordered, or refused with the checks that block', (date) => {
    const { outcome, answers } = onDate(date);
    if (outcome._tag === 'Refused') {
      expect(outcome.blockedBy.length).toBeGreaterThan(0);
      expect(answers.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...outcome.blockedBy]));
    } else expect(outcome._tag).toBe('Ordered');
  });

  it('refuses 2025-04-11 because VIX stands in the panic regime', () => {
    const { outcome, answers } = onDate('2025-04-11');
    expect(vixOf(onDate('2025-04-11'))).toBe(41.6);
    expect(outcome).toMatchObject({ _tag: 'Refused' });
    expect(outcome._tag === 'Refused' && outcome.blockedBy).toContain('strat.vixNotPanic');
    expect(answers.find(({ rule }) => rule === 'strat.vixNotPanic')?.verdict._tag).toBe('Fail');
  });

  it('fills on at least six of the fourteen Fridays without panic, and on no others', () => {
    const filled = [...ended].filter(([, { how }]) => how === 'FillReported').map(([date]) => date);
    expect(filled.length).toBeGreaterThanOrEqual(6);
    for (const date of filled) expect(volatileFridays).toContain(date);
    const trades = end.ledger.closed.filter(({ position }) => position.strategy === 'friday-0dte');
    expect(trades.map(({ position }) => position.openedAt.date)).toEqual(filled);
  });

  it('ends every entry order by 10:32, filled or cancelled', () => {
    const ordered = entries
      .filter(({ outcome }) => outcome._tag === 'Ordered')
      .map(({ at }) => at.date as string);
    expect([...ended.keys()]).toEqual(ordered);
    for (const { second } of ended.values()) {
      expect(second).toBeGreaterThanOrEqual(37_800);
      expect(second).toBeLessThanOrEqual(37_920);
    }
  });

  it('is flat by 15:35 after every trade, and starts closing by 15:30', () => {
    for (const { position, closedAt, reason } of end.ledger.closed.filter(
      ({ position: { strategy } }) => strategy === 'friday-0dte',
    )) {
      expect(closedAt.date).toBe(position.openedAt.date);
      expect(closedAt.second).toBeLessThanOrEqual(56_100);
      if (reason === 'time') expect(closedAt.second).toBeGreaterThanOrEqual(55_800);
    }
  });

  it('trades MES below $40,000, and LT112 not at all in phase 1', () => {
    const { closed } = end.ledger;
    expect(new Set(closed.map(({ position }) => position.root))).toEqual(new Set(['MES']));
  });
});

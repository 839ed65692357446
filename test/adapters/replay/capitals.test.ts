import { describe, expect, it } from 'vitest';
import { initialPhase, centsFromDollars, limitsOf, seedRules, type Decision } from '../../../core/index.js';
import { replayed } from './replay-harness.js';

const results = [29_999, 30_000, 50_000, 150_000].map((capital) => {
  const entries: Decision[] = [];
  const commands = new Set<string>();
  const { end, engine } = replayed({
    from: '2025-02-24',
    to: '2025-05-09',
    capital,
    onStep: ({ result }) => {
      for (const decision of result.decisions) if (decision.subject === 'entry') entries.push(decision);
      for (const command of result.commands) commands.add(command._tag);
    },
  });
  return { capital, entries, commands, end, absorbing: engine.absorbing(end) };
});

const of = (capital: number): (typeof results)[number] => {
  const found = results.find((each) => each.capital === capital);
  if (found === undefined) throw new Error(`no replay of ${capital}`);
  return found;
};

describe('replays of spring 2025 at different capitals', () => {
  it.each([
    [29_999, 0],
    [30_000, 1],
    [50_000, 2],
    [150_000, 4],
  ])('starts %d in phase %d', (capital, phase) => {
    expect(initialPhase(centsFromDollars(capital), limitsOf(seedRules)).phase).toBe(phase);
  });

  it('opens nothing at $29,999, whatever the market does', () => {
    const { end, commands, entries } = of(29_999);
    expect(end.ledger.closed).toEqual([]);
    expect(end.positions).toEqual([]);
    expect(end.ledger.cash).toBe(2_999_900);
    expect(commands.has('JournalOrder')).toBe(false);
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.every(({ outcome }) => outcome._tag === 'Refused')).toBe(true);
  });

  it('says in every refusal at $29,999 that the phase is the reason', () => {
    for (const { strategy, outcome } of of(29_999).entries)
      expect(outcome._tag === 'Refused' && outcome.blockedBy).toContain(`${strategy}.phase`);
  });

  it('reports phase 0 as the one absorbing state of $29,999, since the start, with the way out', () => {
    const { absorbing } = of(29_999);
    expect(absorbing).toHaveLength(1);
    expect(absorbing[0]?.what).toBe('phase 0');
    expect(absorbing[0]?.wayOut).toContain('$30000');
    expect(of(29_999).end.system.phase).toEqual({ phase: 0, reached: false });
  });

  it('reports no absorbing state at the capitals that trade', () => {
    for (const capital of [30_000, 50_000, 150_000]) expect(of(capital).absorbing).toEqual([]);
  });

  it('trades 0DTE on MES at $30,000 and on ES from $40,000', () => {
    const roots = (capital: number): ReadonlyArray<string> =>
      of(capital)
        .entries.filter(({ strategy, proposal }) => strategy === 'friday-0dte' && proposal !== null)
        .map(({ proposal }) => proposal?.root ?? '');
    expect(new Set(roots(30_000))).toEqual(new Set(['MES']));
    expect(new Set(roots(50_000))).toEqual(new Set(['ES']));
    expect(new Set(roots(150_000))).toEqual(new Set(['ES']));
  });

  it('refuses LT112 in phase 1 by its phase limit of 0, and never by it in phases 2 and 4', () => {
    const byPhase = (capital: number): ReadonlyArray<boolean> =>
      of(capital)
        .entries.filter(({ strategy }) => strategy === 'lt112')
        .map(({ outcome }) => outcome._tag === 'Refused' && outcome.blockedBy.includes('lt112.phase'));
    expect(new Set(byPhase(30_000))).toEqual(new Set([true]));
    expect(new Set(byPhase(50_000))).toEqual(new Set([false]));
    expect(new Set(byPhase(150_000))).toEqual(new Set([false]));
  });

  it('sizes no 0DTE position above its contract cap: 10, or 3 above a VIX of 25', () => {
    const ordered = results
      .flatMap(({ entries }) => entries)
      .flatMap(({ outcome, answers, strategy }) => {
        const verdict = answers.find(({ rule }) => rule === 'friday-0dte.vix')?.verdict;
        return outcome._tag === 'Ordered' &&
          strategy === 'friday-0dte' &&
          verdict?._tag === 'Pass' &&
          verdict.finding._tag === 'Measured'
          ? [{ quantity: outcome.quantity, vix: verdict.finding.observed }]
          : [];
      });
    expect(ordered.length).toBeGreaterThan(5);
    for (const { quantity, vix } of ordered) expect(quantity).toBeLessThanOrEqual(vix > 25 ? 3 : 10);
  });

  it('has more to trade with more capital', () => {
    const trades = (capital: number): number => of(capital).end.ledger.closed.length;
    expect(trades(30_000)).toBeGreaterThan(0);
    expect(trades(50_000)).toBeGreaterThanOrEqual(trades(30_000));
    expect(trades(150_000)).toBeGreaterThanOrEqual(trades(50_000));
  });
});

import { describe, expect, it } from 'vitest';
import type { seedRules } from '../../../core/index.js';
import { daysToExpiration, formatTime, limitsOf, session, type ClosedTrade } from '../../../core/index.js';
import { independentBooks } from './independent-books.js';
import { invariants, type Law } from './invariants.js';
import { derivedRules, patientRules, replayed, type Step } from './replay-harness.js';

/** Positions of LT112 still open after the first market event of a session at which 21 days or fewer are left. */
const overdueWatch = (): {
  readonly onStep: (step: Step) => void;
  readonly overdue: string[];
  readonly due: Set<string>;
} => {
  const overdue: string[] = [];
  const due = new Set<string>();
  let seen = '';
  return {
    overdue,
    due,
    onStep: ({ event, result: { state } }) => {
      if (event._tag !== 'MarketObserved') return;
      for (const { position } of state.positions) {
        if (position.strategy !== 'lt112' || daysToExpiration(event.at.date, position.expiry) > 21) continue;
        due.add(position.id);
        if (seen === event.at.date) overdue.push(`${position.id} at ${formatTime(event.at)}`);
      }
      seen = event.at.date;
    },
  };
};

interface Case {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly capital: number;
  readonly rules: typeof seedRules;
}

const run = ({ from, to, capital, rules }: Omit<Case, 'title'>) => {
  const books = independentBooks(capital);
  const laws = invariants(limitsOf(rules));
  const watch = overdueWatch();
  const { end } = replayed({
    from,
    to,
    capital,
    rules,
    onStep: (step) => {
      books.onStep(step);
      laws.onStep(step);
      watch.onStep(step);
    },
  });
  return { end, books, laws, watch };
};

const cases: ReadonlyArray<Case> = [
  {
    title: '2024 and 2025 at $50,000, LT112 from a 6% credit',
    from: '2024-01-02',
    to: '2025-12-31',
    capital: 50_000,
    rules: derivedRules,
  },
  {
    title: '2025 at $150,000, LT112 from a 6% credit',
    from: '2025-01-02',
    to: '2025-12-31',
    capital: 150_000,
    rules: derivedRules,
  },
  {
    title: 'the winter of 2024 at $50,000, LT112 held for 95% of its credit',
    from: '2024-11-15',
    to: '2025-03-14',
    capital: 50_000,
    rules: patientRules,
  },
];

const results = cases.map((each) => ({ ...each, ...run(each) }));

const closedOf = (closed: ReadonlyArray<ClosedTrade>, reason: ClosedTrade['reason']): number =>
  closed.filter(({ position, reason: why }) => position.strategy === 'lt112' && why === reason).length;

describe.each(results)('a replay of $title', ({ books, laws, watch, end }) => {
  it('keeps cash, fees, realised profit and equity to the cent, as the fills alone give them, at every step', () => {
    expect(books.differences.slice(0, 5)).toEqual([]);
    expect(books.fills()).toBeGreaterThan(5);
    for (const comparisons of Object.values(books.compared)) expect(comparisons).toBeGreaterThan(4_000);
  });

  it.each(Object.keys(laws.broken) as ReadonlyArray<Law>)('holds at every step that %s', (law) => {
    expect(laws.broken[law].slice(0, 5)).toEqual([]);
    if (law !== 'a position that must be closed has a close at work')
      expect(laws.judged[law]).toBeGreaterThan(5);
  });

  it('leaves no LT112 position open after the first market event with 21 days or fewer to expiration', () => {
    expect(watch.overdue).toEqual([]);
  });

  it('closes whole trades only inside the session, and the books of trades add up to the realised profit', () => {
    const { closed, realised, fees } = end.ledger;
    for (const { closedAt } of closed) {
      const hours = session(closedAt.date);
      expect(hours !== null && closedAt.second >= hours.open && closedAt.second < hours.close).toBe(true);
    }
    expect(closed.reduce((sum, { profit }) => sum + profit, 0)).toBe(realised);
    const openFees = end.positions.reduce((sum, { position }) => sum + position.openingFees, 0);
    expect(closed.reduce((sum, each) => sum + each.fees, openFees)).toBe(fees);
  });
});

describe('LT112 under a derived rule set', () => {
  const trades = (title: string): ReadonlyArray<ClosedTrade> =>
    results.find((each) => each.title === title)?.end.ledger.closed ?? [];

  it('enters, takes profits and stops out at $50,000 from a 6% credit', () => {
    const closed = trades(cases[0]?.title ?? '');
    expect(closedOf(closed, 'profit')).toBeGreaterThan(10);
    expect(closedOf(closed, 'stop')).toBeGreaterThan(1);
  });

  it('closes at 21 days to expiration what the profit target has not closed before', () => {
    const timed = trades(cases[2]?.title ?? '').filter(({ reason }) => reason === 'time');
    expect(timed.length).toBeGreaterThan(0);
    for (const { position, closedAt } of timed)
      expect(daysToExpiration(closedAt.date, position.expiry)).toBeLessThanOrEqual(21);
    expect(results[2]?.watch.due.size).toBeGreaterThan(0);
  });
});

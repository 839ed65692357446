import { test } from 'vitest';
import { momentsOf } from './captured.js';
test('probe', () => {
  const m = momentsOf({ capital: 30000, from: '2025-03-07', to: '2025-03-07' });
  const t = m.find(({ snapshot }) => snapshot.at.second === 37800)!;
  console.log(m.length, t.decisions.map((d) => [d.strategy, d.outcome, d.proposal?.legs.map(l=>l.contract.strike)]), t.snapshot.market.chains.map((c) => [c.root, c.expiry, c.settles, c.quotes.length, c.quotes[0]]));
  console.log(JSON.stringify({...t.snapshot, daily: 0, market: {...t.snapshot.market, chains: 0}, macro: {events: t.snapshot.macro.events.length, c: t.snapshot.macro.coverage}}));
});

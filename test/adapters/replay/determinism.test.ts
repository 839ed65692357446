import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derivedRules, replayed } from './replay-harness.js';

const sequence = (capital: number): string => {
  const hash = createHash('sha256');
  replayed({
    from: '2025-03-03',
    to: '2025-03-21',
    capital,
    rules: derivedRules,
    onStep: ({ event, result }) => {
      hash.update(JSON.stringify([event, result.decisions, result.commands, result.state.ledger]));
      hash.update(JSON.stringify([result.state.system.equity, result.state.system.risk]));
    },
  });
  return hash.digest('hex');
};

const once = sequence(50_000);

describe('a replay run twice', () => {
  it('gives the same events, decisions, commands and books, digit for digit', () => {
    expect(sequence(50_000)).toBe(once);
  });

  it('differs with the capital: the digest can tell', () => {
    expect(sequence(150_000)).not.toBe(once);
  });
});

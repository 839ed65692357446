import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.js';

const page = readFileSync('docs/pricing-commands.md', 'utf8');

/** The blocks that show a command and what it prints. */
const examples = [...page.matchAll(/^```\n\$ tomking (.+)\n([^]*?)^```$/gm)].map(
  ([, words = '', printed = '']) => ({ words, printed }),
);

describe('docs/pricing-commands.md', () => {
  test.each(examples)('shows what tomking $words prints', ({ words, printed }) => {
    expect(runCommand(...words.split(' ')).printed).toBe(printed);
  });

  test('shows an example of each command', () => {
    expect(examples.map(({ words }) => words.split(' ')[0])).toEqual(['price', 'iv', 'chain']);
  });

  test('shows the chain document’s type as it is', () => {
    expect(page).toContain(readFileSync('adapters/quotes/chain/chain-document.ts', 'utf8'));
  });
});

import { isRight } from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { decodeSnapshot, encodeSnapshot } from '../../../adapters/snapshot/index.js';
import { momentsOf } from './captured.js';
import { exampleOf, exampleText, momentAt } from './example.js';

const examples = [
  { file: 'friday-0dte-ordered.json', strategy: 'friday-0dte', capital: 30_000, date: '2025-03-07' },
  { file: 'lt112-refused.json', strategy: 'lt112', capital: 50_000, date: '2025-05-20' },
] as const;

describe('the examples of docs/snapshot.md', () => {
  for (const { file, strategy, capital, date } of examples) {
    const moment = momentAt(momentsOf({ capital, from: date, to: date }), date, 37_800);
    const example = exampleOf(moment, strategy);

    test(`${file} is the replay of ${date} 10:30 at $${capital}`, async () => {
      await expect(await exampleText(example)).toMatchFileSnapshot(`../../../docs/examples/${file}`);
    });

    test(`${file} reads back as it was written`, () => {
      const decoded = decodeSnapshot(JSON.parse(JSON.stringify(encodeSnapshot(example))));
      expect(isRight(decoded) && decoded.right).toEqual(example);
    });
  }
});

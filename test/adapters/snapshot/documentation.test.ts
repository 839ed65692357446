import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bookedExample } from './booked-example.js';
import { fieldsOf } from './example-file.js';

test('docs/snapshot.md names every field a snapshot has', () => {
  const page = readFileSync(new URL('../../../docs/snapshot.md', import.meta.url), 'utf8');
  const fields = new Set(fieldsOf(bookedExample()).map((path) => String(path.at(-1))));
  const unnamed = [...fields].filter(
    (field) => !page.includes(`\`${field}\``) && !page.includes(`"${field}"`),
  );
  expect(fields.size).toBeGreaterThan(80);
  expect(unnamed).toEqual([]);
});

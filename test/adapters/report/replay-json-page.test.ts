import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('docs/replay-json.md', () => {
  it('shows the document’s type as it is', () => {
    const page = readFileSync('docs/replay-json.md', 'utf8');
    expect(page).toContain(readFileSync('adapters/report/replay-document.ts', 'utf8'));
  });
});

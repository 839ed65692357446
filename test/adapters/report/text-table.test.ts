import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintOf } from '../../../adapters/report/paint.js';
import { textTable, visible, wrap } from '../../../adapters/report/text-table.js';

const plain = (text: string): string => text;

describe('a text table', () => {
  const columns = [
    { title: 'Rule', flexible: true },
    { title: 'Times', align: 'right' as const },
  ];

  it('aligns its columns, numbers to the right', () => {
    expect(textTable(columns, [{ cells: ['vix', '7'] }, { cells: ['trend', '120'] }], 40, plain)).toEqual([
      'Rule   Times',
      '────────────',
      'vix        7',
      'trend    120',
    ]);
  });

  it('wraps the flexible column and indents what stands below', () => {
    expect(
      textTable(columns, [{ cells: ['a long rule name', '7'], below: ['its statement'] }], 15, plain),
    ).toEqual([
      'Rule      Times',
      '───────────────',
      'a long        7',
      'rule',
      'name',
      '    its',
      '    statement',
    ]);
  });

  it('gives colour codes no room', () => {
    const { bad } = paintOf(true);
    const painted = textTable(columns, [{ cells: ['vix', bad('7')] }], 40, plain);
    expect(painted.map((line) => visible(line))).toEqual(
      textTable(columns, [{ cells: ['vix', '7'] }], 40, plain).map((line) => line.length),
    );
    expect(painted.at(-1)).toContain('\u001b[31m7');
  });
});

describe('wrapping', () => {
  it('keeps every word and every line within the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z.]{1,30}$/)),
        fc.integer({ min: 5, max: 60 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
          expect(lines.every((line) => visible(line) <= width)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

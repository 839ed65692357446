import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, tableErrorText, writeCsv } from '../../../adapters/quotes/index.js';
import { decimalOf, decimalText } from '../../../adapters/quotes/table/decimal.js';
import { table, valueOf } from './tables.js';

const faultOf = (text: string): string => {
  const read = readCsv(text);
  return read._tag === 'Left' ? tableErrorText(read.left) : 'no fault';
};

describe('a CSV text', () => {
  test('is read with its header, whatever the line ends, a byte-order mark and blank lines at the end', () => {
    const expected = {
      columns: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', ''],
      ],
    };
    for (const text of ['a,b\n1,2\n3,', 'a,b\n1,2\n3,\n', 'a,b\r\n1,2\r\n3,\r\n', '\uFEFFa,b\n1,2\n3,\n\n\n'])
      expect(table(text)).toEqual(expected);
  });

  test('keeps commas, quotes, line ends and blanks of quoted cells, and a quote inside a plain cell', () => {
    expect(table('a,b\n"x, ""y""\nz", q \n5" disk,\n').rows).toEqual([
      ['x, "y"\nz', ' q '],
      ['5" disk', ''],
    ]);
  });

  test('has no rows when it is a header alone', () => {
    expect(table('a,b\n')).toEqual({ columns: ['a', 'b'], rows: [] });
  });

  test.each([
    ['', 'empty: must have a header line'],
    ['\uFEFF \n\n', 'empty: must have a header line'],
    ['a,b\n1,2\n3\n', 'line 3: 1 cells, must be 2 as in the header'],
    ['a,b\n1,2,3\n', 'line 2: 3 cells, must be 2 as in the header'],
    ['a,b\n1,2\n\n3,4\n', 'line 3: 1 cells, must be 2 as in the header'],
    ['a,b\n"1\n\n1",2\n3\n', 'line 5: 1 cells, must be 2 as in the header'],
    ['a,b\n1,"2\n3,4\n', 'line 2, cell 2: a quote is opened and never closed'],
    ['a,b\n"x\ny",1\n"2"",3\n', 'line 4, cell 1: a quote is opened and never closed'],
    ['a,b\n1,"2"3\n', 'line 2, cell 2: text after the closing quote'],
    ['a,"b" \n1,2\n', 'line 1, cell 2: text after the closing quote'],
  ])('%j is refused: %s', (text, why) => {
    expect(faultOf(text)).toBe(why);
  });

  test('comes back cell by cell from what is written', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ') }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, fc.constant('end')), { minLength: 1 }),
        fc.constant(['a', 'b', 'c']),
        (rows, columns) => {
          expect(valueOf(readCsv(writeCsv({ columns, rows })))).toEqual({ columns, rows });
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('a number in a table', () => {
  test('reads back as the same double from what is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimalOf(decimalText(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    '',
    ' ',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '0x10',
    '1,5',
    '1_000',
    '1 2',
    '--1',
    'e5',
    '.',
    '12%',
  ])('is not read from %j', (text) => {
    expect(decimalOf(text)).toBeNull();
  });

  test.each([
    ['1', 1],
    [' -1.5 ', -1.5],
    ['+.5', 0.5],
    ['5.', 5],
    ['1E-3', 0.001],
    ['0.1000000000000000055511151231257827021181583404541015625', 0.1],
  ])('is read from %j', (text, value) => {
    expect(decimalOf(text)).toBe(value);
  });
});

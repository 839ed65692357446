import * as fc from 'fast-check';
import { isLeft, type Either } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { indexStretches } from '../../../adapters/market-data/history-intraday.js';
import type { HistoryError } from '../../../adapters/market-data/index.js';
import { splitTable } from '../../../adapters/market-data/history-table.js';
import type { Bar, IntradaySession } from '../../../core/index.js';

const head = '# source: a test\ndate,second,open,high,low,close\n';
const good = ['2024-03-12', '34200', '5111.96', '5114.83', '5106.69', '5107.57'];
const cells = [
  ...[
    '',
    ' ',
    '-1',
    '0',
    '0.0',
    '-0',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e9',
    '0x10',
    '٣',
    '5111',
    '9'.repeat(400),
  ],
  ...['2024-03-10', '2024-03-11', '2024-02-30', '34500', '57300', '57600', '86400', 'null', 'undefined'],
];

const rows = fc.array(
  fc
    .array(fc.tuple(fc.nat(6), fc.oneof(fc.constantFrom(...cells), fc.string({ maxLength: 8 }))), {
      maxLength: 2,
    })
    .map((changes) => changes.reduce((row, [column, cell]) => row.with(Math.min(column, 5), cell), good)),
  { maxLength: 4 },
);

const isSound = ({ start, end, open, high, low, close }: Bar): boolean =>
  [open, high, low, close].every((price) => Number.isFinite(price) && price > 0) &&
  high >= Math.max(open, close) &&
  low <= Math.min(open, close) &&
  start.second < end.second;

const readBars = (text: string): Either<HistoryError, ReadonlyArray<IntradaySession>> => {
  const table = splitTable('restricted/index-5m', text);
  return isLeft(table) ? table : indexStretches([{ table: table.right, resolution: 300 }]);
};

describe('a file of bars', () => {
  it('reads as sound bars or as an error with a line, whatever its cells hold', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const read = readBars(head + table.map((row) => `${row.join(',')}\n`).join(''));
        if (isLeft(read)) return 'line' in read.left && read.left.line >= 1 && read.left.limit !== '';
        return read.right.flatMap(({ bars }) => bars).every(isSound);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never throws, whatever its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(isLeft(readBars(text))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads when it is good', () => {
    const read = readBars(`${head}${good.join(',')}\n`);
    expect(read).toMatchObject({ right: [{ date: '2024-03-12', resolution: 300 }] });
  });
});

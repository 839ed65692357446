import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { historyFiles, type HistoryFile } from '../../../adapters/market-data/history-files.js';
import { describeHistoryError, readHistory, type RowFault } from '../../../adapters/market-data/index.js';
import { lineOf, replaceRow, smallFile, smallHistory, type Edit } from './small-history.js';

const errorOf = (file: HistoryFile, edit: Edit): unknown => {
  const read = readHistory(smallHistory({ [file]: edit }));
  return isLeft(read) ? read.left : 'no error';
};

/** What is wrong, the row that shows it, the fault it must be named, and the field. */
type BadRow = readonly [what: string, row: string, fault: RowFault, field: string];

const five = 'restricted/index-5m';
const hourlyVix = 'restricted/vix-1h';
const daily = 'restricted/index-daily';
const events = 'restricted/macro-events';
const at = '2024-03-12,36000,';
const nines = '9'.repeat(400);

/** Per file and row replaced. */
const badRows: ReadonlyArray<readonly [HistoryFile, string, ReadonlyArray<BadRow>]> = [
  [
    five,
    at,
    [
      ['a cell too few', '2024-03-12,36000,1,1,1', 'MalformedRow', 'row'],
      ['a cell too many', `${at}1,1,1,1,1`, 'MalformedRow', 'row'],
      ['a blank line', '', 'MalformedRow', 'row'],
      ['a price that is a word', `${at}1,1,high,1`, 'MalformedRow', 'low'],
      ['a price in exponent form', `${at}1e3,1,1,1`, 'MalformedRow', 'open'],
      ['a price with a blank', `${at} 1,1,1,1`, 'MalformedRow', 'open'],
      ['an empty price', `${at}1,1,1,`, 'MalformedRow', 'close'],
      ['a price of NaN', `${at}1,NaN,1,1`, 'NotFinite', 'high'],
      ['an infinite price', `${at}1,1,-Infinity,1`, 'NotFinite', 'low'],
      ['a price of more digits than a number holds', `${at}1,${nines},1,1`, 'NotFinite', 'high'],
      ['a negative price', `${at}-5,5,5,5`, 'NotPositive', 'open'],
      ['a price of zero', `${at}5,5,0,5`, 'NotPositive', 'low'],
      ['a high below the low', `${at}5,4,6,5`, 'PricesDisagree', 'high'],
      ['a close above the high', `${at}5,6,4,7`, 'PricesDisagree', 'high'],
      ['a close below the low', `${at}5,6,4,3`, 'PricesDisagree', 'low'],
      ['an open below the low', `${at}3,6,4,5`, 'PricesDisagree', 'low'],
      ['a date in another form', '12.03.2024,36000,1,1,1,1', 'MalformedRow', 'date'],
      ['a date that does not exist', '2024-02-30,36000,1,1,1,1', 'MalformedRow', 'date'],
      ['a Sunday', '2024-03-10,36000,1,1,1,1', 'NotTradingDay', 'date'],
      ['a bar off the clock of its resolution', '2024-03-12,36060,1,1,1,1', 'OutOfRange', 'second'],
      ['a bar earlier than the one before', '2024-03-12,35400,1,1,1,1', 'NotAscending', 'second'],
      ['a bar at the time of the one before', '2024-03-12,35700,1,1,1,1', 'Duplicate', 'second'],
    ],
  ],
  [
    five,
    '2024-03-12,34200,',
    [['a bar before the open', '2024-03-12,33900,1,1,1,1', 'OutOfRange', 'second']],
  ],
  [five, '2024-03-12,57300,', [['a bar at the close', '2024-03-12,57600,1,1,1,1', 'OutOfRange', 'second']]],
  [
    five,
    '2024-03-11,34200,',
    [['a session of the 15 min file', '2024-03-08,34200,1,1,1,1', 'Duplicate', 'date']],
  ],
  [
    daily,
    '2024-03-12,',
    [
      ['a day earlier than the one before', '2024-03-08,1,1,1,1', 'NotAscending', 'date'],
      ['a day that is the one before', '2024-03-11,1,1,1,1', 'Duplicate', 'date'],
      ['a day before the calendar begins', '1984-12-31,1,1,1,1', 'OutOfRange', 'date'],
      ['a holiday', '2024-03-29,1,1,1,1', 'NotTradingDay', 'date'],
      ['an infinite price', '2024-03-12,1,Infinity,1,1', 'NotFinite', 'high'],
    ],
  ],
  ['open/vix-daily', '2024-03-12,', [['a VIX of zero', '2024-03-12,14,14,0,14', 'NotPositive', 'low']]],
  [
    hourlyVix,
    '2024-03-12,58200,',
    [
      ['a second after the day', '2024-03-12,86400,14,14,14,14', 'OutOfRange', 'second'],
      ['a second before the day', '2024-03-12,-60,14,14,14,14', 'OutOfRange', 'second'],
      ['a fraction of a second', '2024-03-12,58200.5,14,14,14,14', 'OutOfRange', 'second'],
      ['a bar that reaches into the next day', '2024-03-12,82800,14,14,14,14', 'OutOfRange', 'second'],
    ],
  ],
  [
    'open/treasury-3m',
    '2024-03-12,',
    [
      ['a yield of NaN', '2024-03-12,NaN', 'NotFinite', 'percent'],
      ['a dot, as FRED writes a missing yield', '2024-03-12,.', 'MalformedRow', 'percent'],
    ],
  ],
  [
    'restricted/volatility-daily',
    '2024-03-12,',
    [['an index of zero', '2024-03-12,0,,14,14', 'NotPositive', 'vix1d']],
  ],
  [
    'restricted/spy-daily',
    '2024-03-12,',
    [['a negative dividend', '2024-03-12,500,-1', 'OutOfRange', 'dividend']],
  ],
  [
    events,
    '2024-03-12,',
    [
      ['an unknown kind of event', '2024-03-12,30600,PPI', 'MalformedRow', 'kind'],
      ['an event listed twice', '2024-03-08,30600,NFP', 'Duplicate', 'date'],
      ['an event after the calendar ends', '2036-01-02,30600,CPI', 'OutOfRange', 'date'],
    ],
  ],
];

const cases = badRows.flatMap(([file, start, rows]) =>
  rows.map(([what, row, fault, field]) => ({ what, file, start, row, fault, field })),
);

/** What the row has in the field: the whole row when its number of cells is what is wrong. */
const valueIn = (file: HistoryFile, row: string, field: string): string | undefined => {
  const columns: ReadonlyArray<string> = historyFiles[file];
  return field === 'row' ? row : row.split(',')[columns.indexOf(field)];
};

describe('a history with a bad row is refused, and the error names it', () => {
  it.each(cases)('$what in $file', ({ file, start, row, fault, field }) => {
    const error = errorOf(file, replaceRow(start, row));
    const line = lineOf(file, start);
    expect(error).toMatchObject({ _tag: fault, file, line, field, value: valueIn(file, row, field) });
    expect((error as { limit: string }).limit).not.toBe('');
  });

  it('says it in one line an operator can act on', () => {
    const read = readHistory(smallHistory({ [five]: replaceRow(at, `${at}-5,5,5,5`) }));
    const line = lineOf(five, at);
    expect(isLeft(read) && describeHistoryError(read.left)).toBe(
      `restricted/index-5m, line ${line}: not a positive number: open is "-5", must be above 0`,
    );
  });

  it('finds a session in two files wherever the repeated rows stand', () => {
    const repeated = smallFile('restricted/index-5m').filter((line) => line.startsWith('2024-03-12,34200'));
    expect(errorOf('restricted/index-15m', (lines) => [...lines, ...repeated])).toMatchObject({
      _tag: 'Duplicate',
      file: 'restricted/index-5m',
      line: lineOf(five, '2024-03-12,34200'),
      value: '2024-03-12',
    });
  });
});

describe('a history file with a bad head is refused', () => {
  it('when it names no source', () => {
    expect(errorOf(daily, (lines) => lines.filter((line) => !line.startsWith('# source')))).toMatchObject({
      _tag: 'MalformedRow',
      file: daily,
      field: 'source',
    });
  });

  it('when its columns are other ones or in another order', () => {
    expect(errorOf(daily, replaceRow('date,', 'date,open,low,high,close'))).toMatchObject({
      _tag: 'MalformedRow',
      field: 'header',
      value: 'date,open,low,high,close',
      limit: 'date,open,high,low,close',
    });
  });

  it('when it ends before the header, or is empty', () => {
    expect(errorOf(daily, () => ['# source: somebody'])).toMatchObject({
      _tag: 'MalformedRow',
      field: 'header',
    });
    expect(errorOf(daily, () => [])).toMatchObject({ _tag: 'MalformedRow', field: 'source' });
  });

  it.each([
    daily,
    'open/vix-daily',
    'open/treasury-3m',
    'restricted/volatility-daily',
    'restricted/spy-daily',
    'restricted/macro-events',
  ] as const)('when %s has no rows', (file) => {
    expect(errorOf(file, (lines) => lines.filter((line) => !/^\d/.test(line)))).toMatchObject({
      _tag: 'MalformedRow',
      file,
      limit: 'at least one row',
    });
  });
});

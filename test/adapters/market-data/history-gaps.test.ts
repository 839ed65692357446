import { isLeft } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { HistoryFile } from '../../../adapters/market-data/history-files.js';
import { readHistory, type ReadHistory } from '../../../adapters/market-data/index.js';
import { clock } from '../../../core/index.js';
import { dropRows, replaceRow, smallHistory, type Edit } from './small-history.js';

const readWith = (edits: Partial<Record<HistoryFile, Edit>>): ReadHistory => {
  const read = readHistory(smallHistory(edits));
  if (isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right;
};

describe('a gap is counted and never filled', () => {
  it('none is found in two complete weeks', () => {
    const { history, defects } = readWith({});
    expect(defects).toEqual([]);
    expect(history.indexIntraday).toHaveLength(10);
  });

  it('bars missing inside a session', () => {
    const { history, defects } = readWith({ 'restricted/index-5m': dropRows('2024-03-12,360') });
    expect(defects).toEqual([
      { _tag: 'MissingBars', series: 'index', date: '2024-03-12', from: clock(10, 0), to: clock(10, 5) },
    ]);
    const bars = history.indexIntraday.find(({ date }) => date === '2024-03-12')!.bars;
    expect(bars).toHaveLength(77);
    // The bar before the gap still ends when it ended.
    expect(bars.find(({ start }) => start.second === clock(9, 55))!.end.second).toBe(clock(10, 0));
  });

  it('bars missing at the open and at the close', () => {
    const { defects } = readWith({
      'restricted/index-5m': (lines) =>
        lines.filter((line) => !line.startsWith('2024-03-12,34') && !line.startsWith('2024-03-12,573')),
    });
    expect(defects).toEqual([
      { _tag: 'MissingBars', series: 'index', date: '2024-03-12', from: clock(9, 30), to: clock(9, 45) },
      { _tag: 'MissingBars', series: 'index', date: '2024-03-12', from: clock(15, 55), to: clock(16, 0) },
    ]);
  });

  it('a session missing between two files of the S&P 500', () => {
    expect(readWith({ 'restricted/index-5m': dropRows('2024-03-11') }).defects).toEqual([
      { _tag: 'MissingSession', series: 'index', date: '2024-03-11' },
    ]);
  });

  it('a VIX session missing, daily and hourly', () => {
    const { defects } = readWith({
      'open/vix-daily': dropRows('2024-03-12'),
      'restricted/vix-1h': dropRows('2024-03-12'),
    });
    expect(defects).toEqual([
      { _tag: 'MissingSession', series: 'vix-daily', date: '2024-03-12' },
      { _tag: 'MissingSession', series: 'vix', date: '2024-03-12' },
    ]);
  });

  it('a VIX that ends before the S&P 500 does', () => {
    expect(readWith({ 'open/vix-daily': dropRows('2024-03-15') }).defects).toEqual([
      { _tag: 'MissingSession', series: 'vix-daily', date: '2024-03-15' },
    ]);
  });

  it('a VIX bar missing in the regular session, but not one before the open or after the close', () => {
    const gone = ['2024-03-12,11400', '2024-03-12,36600', '2024-03-12,58200'];
    const { defects } = readWith({
      'restricted/vix-1h': (lines) => lines.filter((line) => !gone.some((start) => line.startsWith(start))),
    });
    expect(defects).toEqual([
      { _tag: 'MissingBars', series: 'vix', date: '2024-03-12', from: clock(10, 10), to: clock(11, 10) },
    ]);
  });

  it('a daily session, a share price and the volatility indices of a day', () => {
    const { defects } = readWith({
      'restricted/index-daily': dropRows('2024-03-12'),
      'restricted/spy-daily': dropRows('2024-03-13'),
      'restricted/volatility-daily': dropRows('2024-03-14'),
    });
    expect(defects).toEqual([
      { _tag: 'MissingSession', series: 'index-daily', date: '2024-03-12' },
      { _tag: 'MissingSession', series: 'volatility', date: '2024-03-14' },
      { _tag: 'MissingSession', series: 'shares', date: '2024-03-13' },
    ]);
  });

  it('one volatility index missing on a day, null in the history', () => {
    const { history, defects } = readWith({
      'restricted/volatility-daily': replaceRow('2024-03-12', '2024-03-12,12.5,,14.9,16.5'),
    });
    expect(defects).toEqual([
      { _tag: 'MissingValue', series: 'volatility', date: '2024-03-12', field: 'vix9d' },
    ]);
    expect(history.volatility.find(({ date }) => date === '2024-03-12')!.vix9d).toBeNull();
  });

  it('no volatility index before its first close', () => {
    const { defects } = readWith({
      'restricted/volatility-daily': replaceRow('2024-03-04', '2024-03-04,,13,14.9,16.5'),
    });
    expect(defects).toEqual([]);
  });

  it('a volatility index that was never published', () => {
    const { defects } = readWith({
      'restricted/volatility-daily': (lines) =>
        lines.map((line) => line.replace(/^(\d{4}-\d\d-\d\d),[^,]*,/, '$1,,')),
    });
    expect(defects.filter((each) => each._tag === 'MissingValue' && each.field === 'vix1d')).toHaveLength(10);
  });

  it('two sessions in a row without a Treasury yield, but not one', () => {
    expect(readWith({ 'open/treasury-3m': dropRows('2024-03-12') }).defects).toEqual([]);
    const two: Edit = (lines) => lines.filter((line) => !/^2024-03-1[23]/.test(line));
    expect(readWith({ 'open/treasury-3m': two }).defects).toEqual([
      { _tag: 'MissingSession', series: 'rates', date: '2024-03-12' },
      { _tag: 'MissingSession', series: 'rates', date: '2024-03-13' },
    ]);
  });
});

describe('VIX bars of irregular length', () => {
  it('end when the next bar starts', () => {
    const { history, defects } = readWith({
      'restricted/vix-1h': replaceRow(
        '2024-03-12,36600',
        '2024-03-12,36600,14,14,14,14',
        '2024-03-12,38400,14,14,14,14',
      ),
    });
    const bars = history.vixIntraday.find(({ date }) => date === '2024-03-12')!.bars;
    expect(bars.find(({ start }) => start.second === 36_600)!.end.second).toBe(38_400);
    expect(bars.find(({ start }) => start.second === 38_400)!.end.second).toBe(40_200);
    expect(defects).toEqual([]);
  });
});

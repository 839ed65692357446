import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { historyFileNames } from '../../../adapters/market-data/history-files.js';
import { describeHistoryError, embeddedHistory, readHistory } from '../../../adapters/market-data/index.js';
import { embeddedDirectory, smallFile, smallHistory } from './small-history.js';

const npmPackage = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'tomking-package-'));
  mkdirSync(join(directory, 'open'));
  for (const file of historyFileNames.filter((name) => name.startsWith('open/')))
    copyFileSync(join(embeddedDirectory, `${file}.csv.gz`), join(directory, `${file}.csv.gz`));
  return directory;
};

describe('a history directory', () => {
  it('that is a copy of the embedded one reads the same', () => {
    expect(readHistory(embeddedDirectory)).toEqual(embeddedHistory());
  });

  it('may hold plain and gzipped files, and lines that end as on Windows', () => {
    const plain = smallHistory();
    const mixed = smallHistory({
      'open/vix-daily': () => null,
      'restricted/spy-daily': (all) => all.map((line) => `${line}\r`),
    });
    const vix = `${smallFile('open/vix-daily').join('\n')}\n`;
    writeFileSync(join(mixed, 'open/vix-daily.csv.gz'), gzipSync(vix));
    expect(readHistory(mixed)).toEqual(readHistory(plain));
  });

  it('may have no rows in its intraday files, which the coverage then does not list', () => {
    const none = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
      lines.filter((line) => !/^\d/.test(line));
    const read = readHistory(smallHistory({ 'restricted/vix-1h': none, 'restricted/index-5m': none }));
    const covered =
      isRight(read) && read.right.history.coverage.map(({ series, resolution }) => `${series} ${resolution}`);
    expect(covered).toContain('VIX daily');
    expect(covered).not.toContain('VIX hourly');
    expect(covered).not.toContain('S&P 500 5 min');
  });

  it('without the restricted files, as in the npm package, is refused with what is missing and what to do', () => {
    const directory = npmPackage();
    const read = readHistory(directory);
    rmSync(directory, { recursive: true });
    const restricted = historyFileNames.filter((name) => name.startsWith('restricted/'));
    expect(read).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'HistoryMissing', directory, missing: restricted.map((name) => `${name}.csv.gz`) },
    });
    const message = isLeft(read) ? describeHistoryError(read.left) : '';
    for (const part of [directory, '--data DIR', 'restricted/index-5m.csv.gz', 'SOURCES.md']) {
      expect(message).toContain(part);
    }
  });

  it('that does not exist is refused with all ten files', () => {
    const read = readHistory('/nowhere/at/all');
    expect(isLeft(read) && read.left._tag === 'HistoryMissing' && read.left.missing).toHaveLength(10);
  });

  it('with a file in both forms is refused, because one of them would be ignored', () => {
    const directory = smallHistory();
    writeFileSync(join(directory, 'open/vix-daily.csv.gz'), gzipSync('x'));
    const read = readHistory(directory);
    expect(read).toMatchObject({ left: { _tag: 'HistoryUnreadable' } });
    expect(isLeft(read) && describeHistoryError(read.left)).toContain('keep one');
  });

  it('with a damaged gzip file is refused with its path and the reason', () => {
    const directory = smallHistory({ 'open/vix-daily': () => null });
    writeFileSync(join(directory, 'open/vix-daily.csv.gz'), 'not gzip');
    const read = readHistory(directory);
    expect(read).toMatchObject({
      left: { _tag: 'HistoryUnreadable', file: join(directory, 'open/vix-daily.csv.gz') },
    });
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { historyFileNames, type HistoryFile } from '../../../adapters/market-data/history-files.js';

export const embeddedDirectory = new URL('../../../adapters/market-data/history', import.meta.url).pathname;

/** What a test does to one file's lines (comments and header first); null leaves the file out. */
export type Edit = (lines: ReadonlyArray<string>) => ReadonlyArray<string> | null;

/**
 * A history directory of plain CSV files, cut from the embedded one to two weeks over which the S&P 500 changes
 * from 15 to 5 minutes and the clock to daylight saving time, with `edits` applied.
 */
export const smallHistory = (edits: Partial<Record<HistoryFile, Edit>> = {}): string => {
  const directory = mkdtempSync(join(tmpdir(), 'tomking-history-'));
  directories.push(directory);
  for (const file of historyFileNames) {
    const lines = (edits[file] ?? ((all) => all))(smallFile(file));
    if (lines === null) continue;
    const path = join(directory, `${file}.csv`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
  }
  return directory;
};

/** Replaces the first row that starts with `start`, by none, one or several. */
export const replaceRow =
  (start: string, ...rows: ReadonlyArray<string>): Edit =>
  (lines) => {
    const at = lines.findIndex((line) => line.startsWith(start));
    if (at === -1) throw new Error(`no row starts with ${start}`);
    return [...lines.slice(0, at), ...rows, ...lines.slice(at + 1)];
  };

/** Leaves out every row that starts with `start`. */
export const dropRows =
  (start: string): Edit =>
  (lines) =>
    lines.filter((line) => !line.startsWith(start));

/** The rows as the small history has them, and the line number an editor shows for one of them. */
export const smallFile = (file: HistoryFile): ReadonlyArray<string> => {
  const text = gunzipSync(readFileSync(join(embeddedDirectory, `${file}.csv.gz`))).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\d/.test(line) || (line >= '2024-03-04' && line < '2024-03-16'));
};

export const lineOf = (file: HistoryFile, start: string): number =>
  smallFile(file).findIndex((line) => line.startsWith(start)) + 1;

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

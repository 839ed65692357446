import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { HistoryError, HistoryMissing } from './history-error.js';

const bars = ['date', 'second', 'open', 'high', 'low', 'close'] as const;
const dailyPrices = ['date', 'open', 'high', 'low', 'close'] as const;

/** Every file of a history and its columns. Each is there as `NAME.csv.gz` or as `NAME.csv`. */
export const historyFiles = {
  'open/vix-daily': dailyPrices,
  'open/treasury-3m': ['date', 'percent'],
  'restricted/index-daily': dailyPrices,
  'restricted/index-1h': bars,
  'restricted/index-15m': bars,
  'restricted/index-5m': bars,
  'restricted/vix-1h': bars,
  'restricted/volatility-daily': ['date', 'vix1d', 'vix9d', 'vix3m', 'vix6m'],
  'restricted/spy-daily': ['date', 'close', 'dividend'],
  'restricted/macro-events': ['date', 'second', 'kind'],
} as const satisfies Readonly<Record<string, ReadonlyArray<string>>>;

export type HistoryFile = keyof typeof historyFiles;

export const historyFileNames = Object.keys(historyFiles) as ReadonlyArray<HistoryFile>;

/** Refuses a directory that lacks a file, naming all that are missing at once. */
export const requireHistoryFiles = (directory: string): Either<HistoryMissing, string> => {
  const missing = historyFileNames.filter((file) => formsOf(directory, file).length === 0);
  return missing.length === 0
    ? right(directory)
    : left({ _tag: 'HistoryMissing', directory, missing: missing.map((file) => `${file}.csv.gz`) });
};

/** The text of one file, uncompressed. */
export const readHistoryFile = (directory: string, file: HistoryFile): Either<HistoryError, string> => {
  const [path, other] = formsOf(directory, file);
  if (path === undefined) return left({ _tag: 'HistoryMissing', directory, missing: [`${file}.csv.gz`] });
  if (other !== undefined)
    return left({ _tag: 'HistoryUnreadable', file: path, reason: `${other} is there as well; keep one` });
  try {
    const bytes = readFileSync(path);
    return right((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    return left({ _tag: 'HistoryUnreadable', file: path, reason });
  }
};

const formsOf = (directory: string, file: HistoryFile): ReadonlyArray<string> =>
  [`${file}.csv.gz`, `${file}.csv`].map((name) => join(directory, name)).filter(existsSync);

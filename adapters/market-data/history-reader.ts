import { fileURLToPath } from 'node:url';
import { sequenceS } from 'fp-ts/lib/Apply.js';
import { Applicative, chain, isLeft, map, right, type Either } from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { MarketHistory } from '../../core/index.js';
import { coverageOf } from './history-coverage.js';
import { dailyBars, macroEvents, rateDays, shareDays, volatilityCloses } from './history-daily.js';
import type { HistoryError } from './history-error.js';
import { historyFileNames, readHistoryFile, requireHistoryFiles, type HistoryFile } from './history-files.js';
import { findDefects, type HistoryDefect } from './history-gaps.js';
import { indexStretches, vixSessions } from './history-intraday.js';
import { splitTable, type Table } from './history-table.js';

/** A market's past and everything it lacks inside its own range. */
export interface ReadHistory {
  readonly history: MarketHistory;
  readonly defects: ReadonlyArray<HistoryDefect>;
}

/**
 * Reads a history directory (`--data DIR`), laid out as SOURCES.md of the embedded history says. A missing
 * file or a bad row is an error; a gap is a defect to be counted, and never filled.
 */
export const readHistory = (directory: string): Either<HistoryError, ReadHistory> =>
  pipe(
    requireHistoryFiles(directory),
    chain(() => readTables(directory)),
    chain((tables) =>
      pipe(
        readSeries(tables),
        map((series): MarketHistory => ({ ...series, coverage: coverageOf(series, tables) })),
      ),
    ),
    map((history) => ({ history, defects: findDefects(history) })),
  );

/** The history that comes with the program: all of it in the repository, `HistoryMissing` in the npm package. */
export const embeddedHistory = (): Either<HistoryError, ReadHistory> => readHistory(embeddedDirectory);

/** Where the embedded history lies, beside this module in the sources and in `dist`. */
const embeddedDirectory = fileURLToPath(new URL('history', import.meta.url));

type Tables = Readonly<Record<HistoryFile, Table>>;

const readTables = (directory: string): Either<HistoryError, Tables> => {
  const tables: Partial<Record<HistoryFile, Table>> = {};
  for (const file of historyFileNames) {
    const table = pipe(
      readHistoryFile(directory, file),
      chain((text) => splitTable(file, text)),
    );
    if (isLeft(table)) return table;
    tables[file] = table.right;
  }
  return right(tables as Tables);
};

/** The series read, without their coverage; the first bad row of the first bad file otherwise. */
const readSeries = (tables: Tables): Either<HistoryError, Omit<MarketHistory, 'coverage'>> =>
  sequenceS(Applicative)({
    indexDaily: dailyBars(tables['restricted/index-daily']),
    indexIntraday: indexStretches([
      { table: tables['restricted/index-1h'], resolution: 3_600 },
      { table: tables['restricted/index-15m'], resolution: 900 },
      { table: tables['restricted/index-5m'], resolution: 300 },
    ]),
    vixDaily: dailyBars(tables['open/vix-daily']),
    vixIntraday: vixSessions(tables['restricted/vix-1h'], 3_600),
    volatility: volatilityCloses(tables['restricted/volatility-daily']),
    rates: rateDays(tables['open/treasury-3m']),
    shares: shareDays(tables['restricted/spy-daily']),
    macroEvents: macroEvents(tables['restricted/macro-events']),
  });

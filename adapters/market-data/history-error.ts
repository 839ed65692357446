/** What is wrong with a row. Every fault ends the reading: a history with a wrong row is not used at all. */
export type RowFault =
  | 'MalformedRow'
  | 'NotFinite'
  | 'NotPositive'
  | 'PricesDisagree'
  | 'Duplicate'
  | 'NotAscending'
  | 'NotTradingDay'
  | 'OutOfRange';

/** The first bad row of a file: `value` as it is written there, `limit` what it had to be. Lines count from 1. */
export interface HistoryRowError {
  readonly _tag: RowFault;
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly limit: string;
}

/** Files the directory does not hold, such as all of `restricted/` in the npm package. */
export interface HistoryMissing {
  readonly _tag: 'HistoryMissing';
  readonly directory: string;
  readonly missing: ReadonlyArray<string>;
}

/** A file that is there and cannot be read: damaged compression, no permission, present in two forms. */
export interface HistoryUnreadable {
  readonly _tag: 'HistoryUnreadable';
  readonly file: string;
  readonly reason: string;
}

export type HistoryError = HistoryRowError | HistoryMissing | HistoryUnreadable;

/** The error as an operator reads it: what, where, and what to do about it. */
export const describeHistoryError = (error: HistoryError): string => {
  if (error._tag === 'HistoryMissing') return describeMissing(error);
  if (error._tag === 'HistoryUnreadable') return `${error.file} cannot be read: ${error.reason}`;
  const where = `${error.file}, line ${error.line}`;
  return `${where}: ${faultWords[error._tag]}: ${error.field} is "${error.value}", must be ${error.limit}`;
};

const describeMissing = ({ directory, missing }: HistoryMissing): string =>
  [
    `No complete market history in ${directory}: it lacks ${missing.join(', ')}.`,
    'Prices without an open licence are in the repository and not in the npm package.',
    'Pass --data DIR, where DIR holds every file of open/ and restricted/ (gzipped, or as plain .csv):',
    'the folder adapters/market-data/history of a clone of the repository, or files of your own.',
    'The format is described in SOURCES.md of that folder, which the npm package has too.',
  ].join('\n');

const faultWords: Readonly<Record<RowFault, string>> = {
  MalformedRow: 'malformed row',
  NotFinite: 'not a finite number',
  NotPositive: 'not a positive number',
  PricesDisagree: 'prices contradict each other',
  Duplicate: 'duplicate row',
  NotAscending: 'rows out of order',
  NotTradingDay: 'not a trading day',
  OutOfRange: 'out of range',
};

import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isLeft } from 'fp-ts/lib/Either.js';
import { readCsv, tableErrorText, writeCsv, type Table, type TableError } from '../quotes/index.js';
import { dataFailure, type CommandFailure } from './exit-codes.js';
import { print } from './standard-output.js';

/** Stands for standard input or standard output where a file is named. */
export const standardStream = '-';

// Not `process.stdin.fd`: to name `process.stdin` opens it without blocking, and reads then fail.
const standardInput = 0;

/** The table in a CSV file; gzip is recognised by its first bytes. */
export const readTable = (path: string): Table => {
  const table = readCsv(textIn(path));
  if (isLeft(table)) throw tableFailure(path, table.left);
  return table.right;
};

/** Ends a command with what is wrong with the table that it read. */
export const tableFailure = (path: string, error: TableError): CommandFailure =>
  dataFailure(`${path === standardStream ? 'standard input' : path}: ${tableErrorText(error)}`);

/** Writes a table as CSV, gzipped when the file's name ends in `.gz`. */
export const writeTable = (path: string, table: Table): void => {
  const text = writeCsv(table);
  if (path === standardStream) print(text);
  else
    orDataFailure(path, () => {
      writeFileSync(path, path.endsWith('.gz') ? gzipSync(text) : text);
    });
};

const textIn = (path: string): string =>
  orDataFailure(path === standardStream ? 'standard input' : path, () => {
    const bytes = readFileSync(path === standardStream ? standardInput : path);
    const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return new TextDecoder('utf-8', { fatal: true }).decode(gzipped ? gunzipSync(bytes) : bytes);
  });

const orDataFailure = <A>(name: string, act: () => A): A => {
  try {
    return act();
  } catch (error) {
    throw dataFailure(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

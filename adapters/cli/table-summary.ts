import { rowSummaryText, type ComputedTable, type Table } from '../quotes/index.js';
import { usageFailure } from './exit-codes.js';
import { print } from './standard-output.js';
import { standardStream, writeTable } from './table-files.js';

/** Standard output holds one thing: the table or the JSON summary. */
export const requireOneOutput = (out: string | undefined, json: boolean | undefined): void => {
  if (out === standardStream && json === true)
    throw usageFailure('--json prints on stdout: it cannot go with --out -');
};

/** Writes the computed table, and how its rows fared: on stderr for a reader, on stdout as JSON where asked. */
export const deliver = (
  input: Table,
  { table, summary }: ComputedTable,
  { out, json }: { readonly out: string; readonly json?: boolean },
): void => {
  writeTable(out, table);
  const added = table.columns.slice(input.columns.length);
  if (json === true) print(`${JSON.stringify({ schema: 'tomking.rows/1', ...summary, added }, null, 1)}\n`);
  else process.stderr.write(`tomking: ${rowSummaryText(summary)}; columns added: ${added.join(', ')}\n`);
};

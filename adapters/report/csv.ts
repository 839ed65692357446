import type { ReplayDocument, TradeRow } from './replay-document.js';

/**
 * Every trade as RFC 4180 CSV: a header, one record a trade in the document's order, CRLF after each record,
 * the last included. Numbers are plain (USD or points, no grouping); what does not exist yet is empty. A field
 * is quoted when it holds a comma, a quote or a line break.
 */
export const renderTradesCsv = ({ trades }: ReplayDocument): string =>
  [columns, ...trades.map((trade) => columns.map((column) => trade[column]))]
    .map((record) => `${record.map(field).join(',')}\r\n`)
    .join('');

const columns = [
  'id',
  'strategy',
  'root',
  'structure',
  'legs',
  'quantity',
  'openedAt',
  'closedAt',
  'expiry',
  'credit',
  'cost',
  'entryReason',
  'exitReason',
  'profit',
  'fees',
  'underlyingAtEntry',
  'vixAtEntry',
  'vixAtExit',
] as const satisfies ReadonlyArray<keyof TradeRow>;

const field = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

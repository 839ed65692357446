import { comparedRange, rowSummaryText, type ChainDocument, type ExpiryRow } from '../quotes/index.js';

/** A chain for a terminal: one line an expiry, then how far the volatilities are from the vendor's. */
export const renderChain = (document: ChainDocument): string =>
  [
    ...tableLines(document.expiries),
    '',
    ...clockLines,
    rowSummaryText(document.rows),
    ...document.american.map(
      (root) => `${root}: options may be exercised early; treated as European, so that the rates mean little`,
    ),
    ...vendorLines(document),
  ]
    .map((line) => `${line}\n`)
    .join('');

const clockLines = [
  'Times are New York. T is calendar time from the quotes to the settlement, 365 days a year.',
  'forward: put-call parity, weighted median of the pairs near the money; resid: their median distance from it.',
  'rate from: own = the slope of call minus put over the strikes; a date = borrowed from the expiry of that day.',
];

const vendorLines = ({ vendor }: ChainDocument): ReadonlyArray<string> => {
  const { strikes, days } = comparedRange;
  if (vendor.length === 0) return ["No vendor's volatility to compare with."];
  return [
    '',
    `|vol - vendor's iv|, out of the money, ${strikes.from * 100}-${strikes.to * 100}% of spot, ${days.from}-${days.to} days:`,
    ...vendor.map(
      ({ root, count, median, p95 }) =>
        `  ${root.padEnd(5)} ${String(count).padStart(5)} rows  median ${median.toFixed(5)}  p95 ${p95.toFixed(5)}`,
    ),
  ];
};

const columns: ReadonlyArray<readonly [title: string, cell: (row: ExpiryRow) => string]> = [
  ['quotes', ({ quotesAt }) => quotesAt],
  ['root', ({ root }) => root],
  ['settles', ({ settlesAt }) => settlesAt],
  ['days', ({ days }) => String(days)],
  ['forward', ({ forward }) => forward.toFixed(2)],
  ['rate', ({ rate }) => `${(rate * 100).toFixed(2)}%`],
  ['rate from', ({ rateFrom }) => rateFrom],
  ['pairs', ({ pairs }) => String(pairs)],
  ['resid', ({ residual }) => residual.toFixed(2)],
  ['rows', ({ rows }) => String(rows)],
  ['priced', ({ priced }) => String(priced)],
  ['atm vol', ({ atTheMoney }) => (atTheMoney === null ? '-' : `${(atTheMoney * 100).toFixed(2)}%`)],
];

/** Every column as wide as its widest cell, numbers and words alike to the right. */
const tableLines = (rows: ReadonlyArray<ExpiryRow>): ReadonlyArray<string> => {
  const lines = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) => line.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '));
};

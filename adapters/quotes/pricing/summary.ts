import { pricedStatus } from './refusal.js';

/** How many rows of a table got values, and of those that did not, how many for each status. */
export interface RowSummary {
  readonly rows: number;
  readonly priced: number;
  readonly refused: Readonly<Record<string, number>>;
}

/** Counts the rows' statuses. */
export const rowSummary = (statuses: Iterable<string>): RowSummary => {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  const priced = counts.get(pricedStatus) ?? 0;
  counts.delete(pricedStatus);
  const refused = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    rows: refused.reduce((sum, [, count]) => sum + count, priced),
    priced,
    refused: Object.fromEntries(refused),
  };
};

/** `5 rows: 3 priced, 2 refused (out_of_domain 1, unreadable 1)`. */
export const rowSummaryText = ({ rows, priced, refused }: RowSummary): string => {
  const reasons = Object.entries(refused).map(([status, count]) => `${status} ${count}`);
  return (
    `${rows} rows: ${priced} priced, ${rows - priced} refused` +
    (reasons.length === 0 ? '' : ` (${reasons.join(', ')})`)
  );
};

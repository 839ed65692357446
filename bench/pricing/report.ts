/** A part of the report: prose, one table, and what it was to reach. */
export interface Section {
  readonly title: string;
  readonly prose: string;
  readonly head: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string>>;
  readonly goals: ReadonlyArray<Goal>;
}

export interface Goal {
  readonly claim: string;
  readonly measured: string;
  readonly met: boolean;
}

export const atLeast = (claim: string, measured: number, limit: number): Goal => ({
  claim: `${claim}: at least ${limit}`,
  measured: measured.toFixed(2),
  met: measured >= limit,
});

export const atMost = (claim: string, measured: number, limit: number, unit: string): Goal => ({
  claim: `${claim}: at most ${limit} ${unit}`,
  measured: `${measured.toPrecision(3)} ${unit}`,
  met: measured <= limit,
});

/** A section as Markdown, which reads as well on a terminal. */
export const markdown = ({ title, prose, head, rows, goals }: Section): string =>
  [`## ${title}`, prose, table([head, ...rows]), goals.map(goalLine).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');

const goalLine = ({ claim, measured, met }: Goal): string =>
  `- ${claim}; measured ${measured}, ${met ? 'met' : 'MISSED'}`;

const table = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length), 3));
  const line = (cells: ReadonlyArray<string>): string =>
    `| ${cells.map((cell, column) => pad(cell, widths[column]!, column)).join(' | ')} |`;
  const rule = widths.map(
    (width, column) => '-'.repeat(column === 0 ? width : width - 1) + (column === 0 ? '' : ':'),
  );
  const [head = [], ...body] = rows;
  return [line(head), line(rule), ...body.map(line)].join('\n');
};

/** Names to the left, figures to the right. */
const pad = (cell: string, width: number, column: number): string =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width);

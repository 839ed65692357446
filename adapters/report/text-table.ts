/** Aligned columns in plain text. A cell may carry colour codes; they take no room. */
export interface TextColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Takes what the others leave, and wraps. At most one column. */
  readonly flexible?: boolean;
}

export interface TextRow {
  readonly cells: ReadonlyArray<string>;
  /** Lines below the row, indented and wrapped across all columns. */
  readonly below?: ReadonlyArray<string>;
}

const gap = '  ';
const indent = '    ';

/** The table as lines no wider than `width`, heading and rule first. */
export const textTable = (
  columns: ReadonlyArray<TextColumn>,
  rows: ReadonlyArray<TextRow>,
  width: number,
  dim: (text: string) => string,
): ReadonlyArray<string> => {
  const widths = columnWidths(columns, rows, width);
  const total = widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1));
  const heading = columns.map(({ title }) => title);
  return [
    ...lines(columns, widths, heading).map(dim),
    dim('─'.repeat(total)),
    ...rows.flatMap(({ cells, below = [] }) => [
      ...lines(columns, widths, cells),
      ...below.flatMap((text) => wrap(text, width - indent.length).map((line) => dim(indent + line))),
    ]),
  ];
};

/** Breaks at blanks; a word longer than the line is cut. */
export const wrap = (text: string, width: number): ReadonlyArray<string> =>
  text
    .split(/\s+/)
    .flatMap((word) => pieces(word, width))
    .reduce<ReadonlyArray<string>>((done, word) => {
      const last = done.at(-1);
      return last !== undefined && visible(last) + 1 + visible(word) <= width
        ? [...done.slice(0, -1), `${last} ${word}`]
        : [...done, word];
    }, []);

/** Length without colour codes. */
export const visible = (text: string): number => Array.from(text.replace(colour, '')).length;

const colour = /\u001b\[\d+m/g;

const pieces = (word: string, width: number): ReadonlyArray<string> =>
  visible(word) <= width
    ? [word]
    : [Array.from(word).slice(0, width).join(''), ...pieces(Array.from(word).slice(width).join(''), width)];

const columnWidths = (
  columns: ReadonlyArray<TextColumn>,
  rows: ReadonlyArray<TextRow>,
  width: number,
): ReadonlyArray<number> => {
  const natural = columns.map(({ title }, at) =>
    rows.reduce((widest, { cells }) => Math.max(widest, visible(cells[at] ?? '')), visible(title)),
  );
  const fixed = natural.filter((_, at) => columns[at]?.flexible !== true);
  const left = width - fixed.reduce((sum, each) => sum + each, 0) - gap.length * (columns.length - 1);
  return natural.map((each, at) =>
    columns[at]?.flexible === true ? Math.max(1, Math.min(each, left)) : each,
  );
};

const lines = (
  columns: ReadonlyArray<TextColumn>,
  widths: ReadonlyArray<number>,
  cells: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  const wrapped = cells.map((cell, at) =>
    columns[at]?.flexible === true ? wrap(cell, widths[at] ?? 1) : [cell],
  );
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align }, at) => pad(wrapped[at]?.[line] ?? '', widths[at] ?? 0, align))
      .join(gap)
      .trimEnd(),
  );
};

const pad = (text: string, width: number, align: TextColumn['align']): string => {
  const room = ' '.repeat(Math.max(0, width - visible(text)));
  return align === 'right' ? room + text : text + room;
};

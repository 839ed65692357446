import { markup, type Content, type Markup } from './markup.js';

export interface HtmlColumn {
  readonly title: string;
  readonly numeric?: boolean;
}

export interface HtmlTable {
  /** Read out before the table; not shown where the heading above says the same. */
  readonly caption: string;
  readonly columns: ReadonlyArray<HtmlColumn>;
  /** One cell a column; the first names the row. */
  readonly rows: ReadonlyArray<ReadonlyArray<Content>>;
  /** On a narrow screen rows become cards (`stack`) or the table scrolls in its box (`scroll`). */
  readonly narrow: 'stack' | 'scroll';
}

/** A table whose roles are spelled out, because a stacked table loses them in some browsers. */
export const htmlTable = ({ caption, columns, rows, narrow }: HtmlTable): Markup => {
  const label = narrow === 'scroll' ? markup` tabindex="0" role="region" aria-label="${caption}"` : null;
  return markup`<div class="table ${narrow}"${label}><table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(heading)}</tr></thead>
<tbody role="rowgroup">
${rows.map((cells) => row(columns, cells))}</tbody></table></div>`;
};

const heading = ({ title, numeric }: HtmlColumn): Markup =>
  markup`<th role="columnheader" scope="col"${className(numeric)}>${title}</th>`;

const row = (columns: ReadonlyArray<HtmlColumn>, cells: ReadonlyArray<Content>): Markup =>
  markup`<tr role="row">${columns.map(({ title, numeric }, at) => {
    const cell = cells[at] ?? null;
    if (at === 0) return markup`<th role="rowheader" scope="row"${className(numeric)}>${cell}</th>`;
    const empty = cell === null || cell === '' ? markup` data-empty` : null;
    return markup`<td role="cell" data-label="${title}"${className(numeric)}${empty}><div>${cell}</div></td>`;
  })}</tr>
`;

const className = (numeric: boolean | undefined): Markup | null =>
  numeric === true ? markup` class="number"` : null;

/** A table as text: a header and rows of as many cells, in the file's order. */
export interface Table {
  readonly columns: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string>>;
}

/** Why a text is not a table that can be worked on. Lines and cells count from 1, as an editor does. */
export type TableError =
  | { readonly _tag: 'Empty' }
  | { readonly _tag: 'UnclosedQuote' | 'TextAfterQuote'; readonly line: number; readonly cell: number }
  | {
      readonly _tag: 'UnevenRow';
      readonly line: number;
      readonly cells: number;
      readonly limit: number;
    }
  | { readonly _tag: 'MissingColumn' | 'RepeatedColumn'; readonly column: string }
  | { readonly _tag: 'TooManyRows'; readonly rows: number; readonly limit: number };

export const tableErrorText = (error: TableError): string => {
  switch (error._tag) {
    case 'Empty':
      return 'empty: must have a header line';
    case 'UnclosedQuote':
      return `line ${error.line}, cell ${error.cell}: a quote is opened and never closed`;
    case 'TextAfterQuote':
      return `line ${error.line}, cell ${error.cell}: text after the closing quote`;
    case 'UnevenRow':
      return `line ${error.line}: ${error.cells} cells, must be ${error.limit} as in the header`;
    case 'MissingColumn':
      return `line 1: no column ${error.column}`;
    case 'RepeatedColumn':
      return `line 1: column ${error.column} is there twice`;
    case 'TooManyRows':
      return `${error.rows} rows: must be at most ${error.limit}`;
  }
};

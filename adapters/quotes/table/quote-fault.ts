import type { TableError } from './table.js';

/**
 * The first misplaced quote of a CSV text, or null. A cell that starts with a quote ends with one (RFC 4180, rules 5
 * to 7); a quote further in is a character like any other. A parser of CSV swallows text after a closing quote, and
 * everything after a quote that never closes: so this is asked before it.
 */
export const quoteFault = (text: string): TableError | null => {
  if (!text.includes('"')) return null;
  const cells = new RegExp(cellPattern, 'y');
  let line = 1;
  let cell = 1;
  for (;;) {
    const [all = '', quoted = '', rest = '', end = ''] = cells.exec(text) ?? [];
    if (rest.startsWith('"')) return { _tag: 'UnclosedQuote', line, cell };
    if (quoted !== '' && rest !== '') return { _tag: 'TextAfterQuote', line, cell };
    if (end === '') return null;
    line += linesIn(all);
    cell = end === ',' ? cell + 1 : 1;
  }
};

/** How many line ends a text holds. */
export const linesIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** A quoted part, what follows it, and the end of the cell. */
const cellPattern = /("[^"]*(?:""[^"]*)*")?([^,\r\n]*)(,|\r\n|\r|\n|$)/;

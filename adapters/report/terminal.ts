import { paintOf } from './paint.js';
import type { ReplayDocument } from './replay-document.js';
import { absorbingLines, derivationLines, resultLines, titleLines } from './terminal-result.js';
import type { Section } from './terminal-section.js';
import { alertLines, clockLines, coverageLines, limitLines, unknownLines } from './terminal-state.js';
import { strategyLines } from './terminal-strategies.js';
import { tradeLines } from './terminal-trades.js';
import { wrap } from './text-table.js';

export interface TerminalOptions {
  /** Columns of the terminal; the report uses 80 to 100 of them. */
  readonly width: number;
  /** False gives plain text; the caller decides, `NO_COLOR` included. */
  readonly colour: boolean;
}

/** A replay as a page of text. Absorbing states come first; the order is that of the questions a trader asks. */
export const renderTerminal = (document: ReplayDocument, options: TerminalOptions): string => {
  const width = Math.min(widest, Math.max(narrowest, Math.floor(options.width)));
  const paint = paintOf(options.colour);
  const heading = (title: string): string => paint.strong(title);
  const parts = sections.flatMap(([title, section]) => {
    const lines = section(document, width, paint);
    return lines.length === 0 ? [] : ['', heading(title.toUpperCase()), ...lines];
  });
  return `${[...titleLines(document, width, paint), ...parts].join('\n')}\n`;
};

const widest = 100;
const narrowest = 80;

const modelledLines: Section = ({ modelled }, width) =>
  modelled.length === 0
    ? ['Nothing: every quote was observed.']
    : modelled.flatMap((sentence) =>
        wrap(sentence, width - 2).map((line, at) => `${at === 0 ? '- ' : '  '}${line}`),
      );

const sections: ReadonlyArray<readonly [string, Section]> = [
  ['Absorbing states', absorbingLines],
  ['Derived rule set: what differs', derivationLines],
  ['Result', resultLines],
  ['Trades', tradeLines],
  ['Strategies: why each traded as often as it did', strategyLines],
  ['Limits at the end', limitLines],
  ['Modelled, not observed', modelledLines],
  ['Data by stretch', coverageLines],
  ['0DTE at other clock factors', clockLines],
  ['Unknown', unknownLines],
  ['Alerts', alertLines],
];

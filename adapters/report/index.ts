/** Reports of a replay: pure functions of its document. */
export { renderTradesCsv } from './csv.js';
export { renderHtml } from './html.js';
export type * from './replay-document.js';
export { renderTerminal, type TerminalOptions } from './terminal.js';
export { answerLines } from './collect-funnel.js';
export { collector, type Collector } from './collect.js';

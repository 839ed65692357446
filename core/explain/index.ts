/** Floor 8: verdicts, statements and the rule catalogue as text. */
export * from './catalogue.js';
export * from './quantity.js';
export * from './statement.js';
export * from './verdict-text.js';

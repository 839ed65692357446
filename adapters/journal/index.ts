/** Journals: every event and every intended command, durable before dispatch. */
export * from './memory-journal.js';

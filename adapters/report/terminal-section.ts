import type { Paint } from './paint.js';
import type { ReplayDocument } from './replay-document.js';

/** One part of the report, drawn into `width` columns. One that yields no line is left out. */
export type Section = (document: ReplayDocument, width: number, paint: Paint) => ReadonlyArray<string>;

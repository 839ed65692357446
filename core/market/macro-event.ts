import type { CalendarDate } from '../units/index.js';

export type MacroEventKind = 'FOMC' | 'CPI' | 'NFP' | 'GDP' | 'OPEX';

/** A scheduled release. `second` is its New York time of day; null where the source gives none. */
export interface MacroEvent {
  readonly kind: MacroEventKind;
  readonly date: CalendarDate;
  readonly second: number | null;
}

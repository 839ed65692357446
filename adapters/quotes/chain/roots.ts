/** When a root's options stop and how they may be exercised. */
export interface RootTerms {
  /** Settled at the open of the day of expiry (AM) or at its close (PM). */
  readonly settles: 'open' | 'close';
  readonly exercise: 'european' | 'american';
}

/** The terms of an option root. A root that is not a known index settles at the close and is American. */
export const rootTerms = (root: string): RootTerms => indexRoots.get(root) ?? sharesTerms;

const am: RootTerms = { settles: 'open', exercise: 'european' };
const pm: RootTerms = { settles: 'close', exercise: 'european' };
const sharesTerms: RootTerms = { settles: 'close', exercise: 'american' };

/** Cboe's European index options: the standard roots settle at the open, the weekly ones and XSP at the close. */
const indexRoots: ReadonlyMap<string, RootTerms> = new Map([
  ['SPX', am],
  ['SPXW', pm],
  ['XSP', pm],
  ['NDX', am],
  ['NDXP', pm],
  ['RUT', am],
  ['RUTW', pm],
]);

import type { Limits } from '../rule-set/index.js';
import type { Cents, ExchangeTime } from '../units/index.js';
import { hasFallenBy } from './equity-fall.js';
import { marginUsageIsAtLeast } from './margin.js';

/** What buys short premium back: the flattening step of a ladder, or the last drawdown level. */
export const closingCauses = ['rapid drawdown', 'margin', 'drawdown'] as const;

export type ClosingCause = (typeof closingCauses)[number];

/** The first sample at or beyond a closing threshold, and the equity it was measured against. */
export interface Sighting {
  readonly at: ExchangeTime;
  readonly reference: Cents;
}

/**
 * Nothing is closed on one sample: a second, later one must still be at or beyond the threshold against the
 * reference of the first (D§5.3). The first is kept until then, or until equity is back inside.
 */
export interface ForcedClosing {
  readonly sightings: Readonly<Record<ClosingCause, Sighting | null>>;
  /** Set from the confirmation until no short premium is open. */
  readonly flatten: Flattening | null;
}

export interface Flattening {
  readonly since: ExchangeTime;
  readonly causes: ReadonlyArray<ClosingCause>;
}

/** One valid sample of the account, with the two levels equity is measured against. */
export interface ClosingSample {
  readonly at: ExchangeTime;
  readonly equity: Cents;
  readonly buyingPowerInUse: Cents;
  readonly shortPremiumOpen: boolean;
  readonly windowMaximum: Cents;
  readonly peak: Cents;
}

export const nothingClosing: ForcedClosing = {
  sightings: { 'rapid drawdown': null, margin: null, drawdown: null },
  flatten: null,
};

export interface ClosingStep {
  readonly closing: ForcedClosing;
  /** What this sample confirmed, or keeps confirmed. */
  readonly confirmed: ReadonlyArray<ClosingCause>;
}

export const closingAfter = (
  { sightings, flatten }: ForcedClosing,
  sample: ClosingSample,
  limits: Limits,
): ClosingStep => {
  const holds = (cause: ClosingCause, reference: Cents): boolean =>
    beyondThreshold(cause, sample, reference, limits);
  const confirmed = closingCauses.filter((cause) => {
    const first = sightings[cause];
    return first !== null && holds(cause, first.reference);
  });
  const sightingAfter = (cause: ClosingCause): Sighting | null => {
    if (confirmed.includes(cause)) return sightings[cause];
    const reference = cause === 'rapid drawdown' ? sample.windowMaximum : sample.peak;
    return holds(cause, reference) ? { at: sample.at, reference } : null;
  };
  return {
    closing: {
      sightings: eachCause(sightingAfter),
      flatten: flatteningAfter(flatten, confirmed, sample),
    },
    confirmed,
  };
};

/** The reference began again: an earlier sighting has nothing left to be confirmed against. */
export const withoutSighting = (closing: ForcedClosing, cause: ClosingCause): ForcedClosing => ({
  ...closing,
  sightings: { ...closing.sightings, [cause]: null },
});

export const shiftedClosing = (closing: ForcedClosing, shift: (equity: Cents) => Cents): ForcedClosing => {
  const shifted = (cause: ClosingCause): Sighting | null => {
    const sighting = closing.sightings[cause];
    return sighting === null ? null : { ...sighting, reference: shift(sighting.reference) };
  };
  return {
    ...closing,
    sightings: eachCause(shifted),
  };
};

const eachCause = <A>(of: (cause: ClosingCause) => A): Readonly<Record<ClosingCause, A>> => ({
  'rapid drawdown': of('rapid drawdown'),
  margin: of('margin'),
  drawdown: of('drawdown'),
});

const beyondThreshold = (
  cause: ClosingCause,
  { equity, buyingPowerInUse }: ClosingSample,
  reference: Cents,
  limits: Limits,
): boolean => {
  switch (cause) {
    case 'rapid drawdown':
      return hasFallenBy(reference, equity, limits['rapidDrawdown.flatten']);
    case 'margin':
      return marginUsageIsAtLeast(buyingPowerInUse, equity, limits['margin.flatten']);
    case 'drawdown':
      return hasFallenBy(reference, equity, limits['drawdown.closeAll']);
  }
};

const flatteningAfter = (
  flatten: Flattening | null,
  confirmed: ReadonlyArray<ClosingCause>,
  { at, shortPremiumOpen }: ClosingSample,
): Flattening | null => {
  if (!shortPremiumOpen) return null;
  if (flatten === null) return confirmed.length === 0 ? null : { since: at, causes: confirmed };
  const added = confirmed.filter((cause) => !flatten.causes.includes(cause));
  return added.length === 0 ? flatten : { ...flatten, causes: [...flatten.causes, ...added] };
};

import type { OptionTerms } from '../american/option-terms.js';

export type Exercise = 'american' | 'european';

/** An option on the tree. */
export interface Terms extends OptionTerms {
  readonly american: boolean;
  /** 1 for a call, -1 for a put. */
  readonly sign: number;
}

/** What exercise at a price is worth. */
export const intrinsicOf = ({ sign, strike }: Terms, price: number): number => sign * (price - strike);

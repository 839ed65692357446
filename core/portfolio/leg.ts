import type { OptionContract } from '../market/index.js';

/** One leg of a structure: `ratio` contracts per unit of the structure, negative when sold. */
export interface Leg {
  readonly contract: OptionContract;
  readonly ratio: number;
}

export type Structure = 'iron-condor' | 'broken-wing' | 'put-spread';

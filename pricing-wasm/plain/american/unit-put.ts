import { logarithmOfRatio } from '../logarithm.js';
import type { MirroredPut } from './mirrored-put.js';

/** What the early exercise of a put depends on, in units of the strike and of the time to expiry. */
export interface UnitPut {
  /** underlying / strike. */
  readonly ratio: number;
  /** Its logarithm. */
  readonly moneyness: number;
  /** rate * years. */
  readonly rateTime: number;
  /** dividendYield * years. */
  readonly yieldTime: number;
  /** volatility * sqrt(years), at most 100: beyond it nothing changes any more. */
  readonly width: number;
}

const greatestWidth = 100;

export const unitPutOf = (put: MirroredPut): UnitPut => {
  const width = put.volatility * Math.sqrt(put.years);
  return {
    ratio: put.underlying / put.strike,
    moneyness: logarithmOfRatio(put.underlying, put.strike),
    rateTime: put.rate * put.years,
    yieldTime: put.dividendYield * put.years,
    width: greatestWidth < width ? greatestWidth : width,
  };
};

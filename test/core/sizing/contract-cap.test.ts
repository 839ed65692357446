import { describe, expect, it } from 'vitest';
import { contractCap } from '../../../core/index.js';
import { limits } from './sizing-request.js';

describe('the contract cap', () => {
  it('of 0DTE is 10 up to VIX 25 and 3 above it', () => {
    expect([22.01, 24.99, 25, 25.01, 39].map((vix) => contractCap('friday-0dte', vix, limits))).toEqual([
      10, 10, 10, 3, 3,
    ]);
  });

  it('of LT112 is 5 at every VIX', () => {
    expect([13, 25, 34].map((vix) => contractCap('lt112', vix, limits))).toEqual([5, 5, 5]);
  });
});

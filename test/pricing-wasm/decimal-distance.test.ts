import { expect, it } from 'vitest';
import { relativeDistance } from './decimal-distance.js';

it('sees a difference far below the spacing of doubles', () => {
  expect(relativeDistance('0.1', 0.1)).toBeCloseTo(5.551115123125783e-17, 25);
  expect(relativeDistance('1', 1)).toBe(0);
});

it('measures negative, tiny and wrong values', () => {
  expect(relativeDistance('-2e-250', -2e-250)).toBeLessThan(1.2e-16);
  expect(relativeDistance('2.0e-250', 3e-250)).toBeCloseTo(0.5, 12);
  expect(relativeDistance('-4', 4)).toBe(2);
  expect(relativeDistance('1e-20', 1)).toBeCloseTo(1e20, -5);
});

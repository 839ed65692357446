import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clock, formatParameter, formatQuantity } from '../../../core/index.js';

describe('a number in its unit', () => {
  it.each([
    [30_000, 'USD', '$30,000'],
    [-1_234.5, 'USD', '−$1,234.5'],
    [1_000_000.01, 'USD', '$1,000,000.01'],
    [0, 'USD', '$0'],
    [-0.001, 'USD', '$0'],
    [2.5, 'USD per contract', '$2.5 per contract'],
    [0.05, 'fraction', '5%'],
    [0.1725, 'fraction', '17.25%'],
    [-0.03, 'fraction', '−3%'],
    [3, 'multiple', '3×'],
    [1.02, 'multiple', '1.02×'],
    [0.9, 'ratio', '0.9'],
    [clock(10, 30), 'time of day', '10:30'],
    [clock(15, 29, 59), 'time of day', '15:29:59'],
    [22, 'vol points', '22 vol points'],
    [21, 'days', '21 days'],
    [-500, 'USD per vol point', '−500 USD per vol point'],
    [1_000, 'SPY shares', '1,000 SPY shares'],
    [-0.001, 'points', '0 points'],
  ] as const)('%d in %s is %s', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });

  it('of a parameter that is a choice is its name', () => {
    expect(formatParameter('iron-condor', 'choice')).toBe('iron-condor');
    expect(formatParameter(0.2, 'fraction')).toBe('20%');
  });

  it('can be read back, to its last decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
        const text = formatQuantity(hundredths / 100, 'points');
        expect(Number(text.replace(' points', '').replace('−', '-').replaceAll(',', ''))).toBe(
          hundredths / 100,
        );
        expect(text).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d{0,1}[1-9])? points$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is a text with one kind of minus, whatever the number', () => {
    const unit = fc.constantFrom('USD', 'fraction', 'multiple', 'ratio', 'points');
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), unit, (value, of) => {
        expect(formatQuantity(value, of)).toMatch(/^−?\$?[\d,.e+]+(%|×| points)?$/);
      }),
      { numRuns: 1_000 },
    );
    expect(formatQuantity(Number.NaN, 'points')).toBe('NaN points');
  });
});

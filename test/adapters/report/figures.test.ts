import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparison,
  counted,
  fall,
  fixed,
  gain,
  measure,
  money,
  percent,
  percentGain,
  whole,
} from '../../../adapters/report/figures.js';

describe('money', () => {
  it('has cents, groups of three and its sign before the dollar', () => {
    expect(money(1_234_567.5)).toBe('$1,234,567.50');
    expect(money(-1_000)).toBe('-$1,000.00');
    expect(money(0.07)).toBe('$0.07');
    expect(gain(12)).toBe('+$12.00');
    expect(gain(-12)).toBe('-$12.00');
  });

  it('that rounds to nothing carries no sign', () => {
    expect(money(-0.004)).toBe('$0.00');
    expect(money(-0.006)).toBe('-$0.01');
    expect(gain(0)).toBe('$0.00');
    expect(percentGain(-0)).toBe('0.00%');
  });

  it('reads back as the cents it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const text = money(cents / 100);
        expect(Math.round(Number(text.replace(/[$,]/g, '')) * 100)).toBe(cents === 0 ? 0 : cents);
        expect(text).toMatch(/^-?\$\d{1,3}(,\d{3})*\.\d\d$/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('shares and counts', () => {
  it('are percent, grouped, and falls are never above 0', () => {
    expect(percent(0.0512)).toBe('5.12%');
    expect(percentGain(12.5)).toBe('+1,250.00%');
    expect(fall(0.05)).toBe('-5.00%');
    expect(fall(-0.05)).toBe('-5.00%');
    expect(fall(0)).toBe('0.00%');
    expect(whole(12_032)).toBe('12,032');
    expect(fixed(-1.005, 1)).toBe('-1.0');
    expect(counted(1, 'opportunity', 'opportunities')).toBe('1 opportunity');
    expect(counted(0, 'trade')).toBe('0 trades');
  });
});

describe('a number with its unit', () => {
  it('is written as a trader reads that unit', () => {
    expect(measure(40_000, 'USD')).toBe('$40,000.00');
    expect(measure(0.2, 'fraction')).toBe('20%');
    expect(measure(37_800, 'time of day')).toBe('10:30');
    expect(measure(37_805, 'time of day')).toBe('10:30:05');
    expect(measure(1, 'losses')).toBe('1 loss');
    expect(measure(1, 'vol points')).toBe('1 vol point');
    expect(measure(-0.12, 'points')).toBe('-0.12 points');
  });

  it('just short of its limit never reads as the limit', () => {
    expect(comparison(21.9999, 22, 0.0001, 'vol points')).toBe('21.9999 against 22 vol points: 0.0001 away');
    expect(comparison(0.1987, 0.2, 0.0013, 'fraction')).toBe('19.87% against 20%: 0.13% away');
    expect(comparison(50_700, 50_400, 300, 'time of day')).toBe('14:05 against 14:00: 5 min away');
    expect(comparison(39_999.99, 40_000, 0.01, 'USD')).toBe('$39,999.99 against $40,000.00: $0.01 away');
  });
});

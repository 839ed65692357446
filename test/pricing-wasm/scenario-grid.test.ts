import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioAxes } from '../../pricing-wasm/index.js';
import { anyOption } from './option-columns.js';
import { anyAxes, gridOf, legOf, repriced } from './scenario-legs.js';

const runs = { numRuns: 1_000 };
const anyLegs = fc.array(legOf(anyOption), { maxLength: 9 });

describe('a scenario grid', () => {
  it('has the values of the shocked book priced leg by leg', () => {
    fc.assert(
      fc.property(anyLegs, anyAxes, (legs, axes) => {
        const { values } = gridOf(legs, axes);
        let cell = 0;
        for (const days of axes.days) {
          for (const volatility of axes.volatilities) {
            for (const spot of axes.spots) {
              const { value, bound } = repriced(legs, spot, volatility, days);
              expect(Math.abs(values[cell]! - value)).toBeLessThanOrEqual(bound);
              cell += 1;
            }
          }
        }
        expect(values).toHaveLength(cell);
      }),
      runs,
    );
  });

  it('has the value of the book now as its base, and in the cell without a shock', () => {
    fc.assert(
      fc.property(anyLegs, anyAxes, (legs, axes) => {
        const plus = (values: ScenarioAxes['spots'], value: number): number[] => [...values, value];
        const { values, base } = gridOf(legs, {
          spots: plus(axes.spots, 1),
          volatilities: plus(axes.volatilities, 1),
          days: plus(axes.days, 0),
        });
        expect(values.at(-1)).toBe(base);
        const { value, bound } = repriced(legs, 1, 1, 0);
        expect(Math.abs(base - value)).toBeLessThanOrEqual(bound);
      }),
      runs,
    );
  });

  it('names the least value as the worst, where it is, and its distance from the base', () => {
    fc.assert(
      fc.property(anyLegs, anyAxes, (legs, axes) => {
        const { values, base, worst } = gridOf(legs, axes);
        expect(worst.value).toBe(Math.min(...values));
        expect(worst.change).toBe(worst.value - base);
        const day = axes.days.indexOf(worst.days);
        const volatility = axes.volatilities.indexOf(worst.volatility);
        const spot = axes.spots.indexOf(worst.spot);
        const cell = (day * axes.volatilities.length + volatility) * axes.spots.length + spot;
        expect(values[cell]).toBe(worst.value);
      }),
      runs,
    );
  });

  it('is linear in the quantity', () => {
    const power = fc.integer({ min: -20, max: 20 }).map((exponent) => 2 ** exponent);
    fc.assert(
      fc.property(anyLegs, anyAxes, power, (legs, axes, factor) => {
        const { values } = gridOf(legs, axes);
        const scaled = gridOf(
          legs.map((each) => ({ ...each, quantity: -factor * each.quantity })),
          axes,
        ).values;
        scaled.forEach((value, cell) => {
          expect(Math.abs(value + factor * values[cell]!)).toBeLessThanOrEqual(1e-290);
        });
      }),
      runs,
    );
  });

  it('adds up over the parts of a book', () => {
    fc.assert(
      fc.property(anyLegs, anyLegs, anyAxes, (one, other, axes) => {
        const [a, b, both] = [gridOf(one, axes), gridOf(other, axes), gridOf([...one, ...other], axes)];
        const most = Math.max(...axes.spots, 1);
        const rounding = 0.1 * repriced([...one, ...other], most, 1, 0).bound;
        both.values.forEach((value, cell) => {
          expect(Math.abs(value - a.values[cell]! - b.values[cell]!)).toBeLessThanOrEqual(rounding);
        });
      }),
      runs,
    );
  });
});

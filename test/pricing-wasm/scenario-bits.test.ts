import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioGrid } from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { anyOption, anyRow, fixedOptions } from './option-columns.js';
import { anyAxes, gridOf, legOf } from './scenario-legs.js';

const runs = { numRuns: 1_000 };

describe('a scenario grid', () => {
  it('has the same bits in plain TypeScript, bad legs and all', () => {
    const legs = fc.array(legOf(fc.oneof({ weight: 20, arbitrary: anyOption }, anyRow)), { maxLength: 9 });
    const bitsOf = ({ values, base, unpriced, worst }: ScenarioGrid): string =>
      Buffer.from(
        Float64Array.of(...values, base, unpriced, worst.value, worst.change, worst.spot).buffer,
      ).toString('hex');
    fc.assert(
      fc.property(legs, anyAxes, (rows, axes) => {
        expect(bitsOf(gridOf(rows, axes))).toBe(bitsOf(gridOf(rows, axes, plainPricing)));
      }),
      runs,
    );
  });

  it('of 2,050 fixed legs has the same bits on every machine, kernel or not', () => {
    const legs = fixedOptions(2_050).map((option, row) => ({ ...option, quantity: (row % 9) - 4 }));
    const axes = { spots: [0.7, 1, 1.1], volatilities: [0.5, 1.5], days: [0, 45] };
    const digest = ({ values }: ScenarioGrid): string =>
      createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex');
    expect(digest(gridOf(legs, axes))).toBe(
      '714aa1ac1444a7227820c3df4ed34867b8e1a9a69c0c7db5fe8f5898b36ddcfd',
    );
    expect(digest(gridOf(legs, axes, plainPricing))).toBe(
      '714aa1ac1444a7227820c3df4ed34867b8e1a9a69c0c7db5fe8f5898b36ddcfd',
    );
  });
});

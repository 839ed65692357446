import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ApprovedOrder } from '../../../core/admission/approve.js';
import * as core from '../../../core/index.js';
import type { WorkingOrder } from '../../../core/index.js';

declare const order: WorkingOrder;

/** Compiled, never called: `tsc` refuses every line below that is not marked. */
export const forged = (): ReadonlyArray<ApprovedOrder> => [
  // @ts-expect-error An approval cannot be written down: its brand is not exported.
  { order, digest: '', ruleSet: '', expiresAt: order.workUntil },
  // @ts-expect-error A name for the brand does not make one.
  { approval: true, order, digest: '', ruleSet: '', expiresAt: order.workUntil },
  // @ts-expect-error Nor does a symbol of the same name.
  { [Symbol('approval')]: true, order, digest: '', ruleSet: '', expiresAt: order.workUntil },
];

describe('an approval', () => {
  it('is a type of its own, which no record of the same fields is', () => {
    expectTypeOf<Omit<ApprovedOrder, never>>().toExtend<{ readonly order: WorkingOrder }>();
    expectTypeOf<{
      readonly order: WorkingOrder;
      readonly digest: string;
      readonly ruleSet: string;
      readonly expiresAt: WorkingOrder['workUntil'];
    }>().not.toExtend<ApprovedOrder>();
  });

  it('has no maker behind the public door of the core', () => {
    expect(Object.keys(core)).not.toContain('approve');
    expect(Object.keys(core)).toContain('checks');
  });
});

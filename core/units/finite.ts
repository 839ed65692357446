import * as t from 'io-ts/lib/index.js';

const isFiniteNumber = (input: unknown): input is number =>
  typeof input === 'number' && Number.isFinite(input);

/** A number that is neither NaN nor infinite. io-ts's own `number` accepts both. */
export const finite = new t.Type<number>(
  'finite number',
  isFiniteNumber,
  (input, context) =>
    isFiniteNumber(input) ? t.success(input) : t.failure(input, context, 'must be a finite number'),
  t.identity,
);

/** A finite number above zero. */
export const positive = t.refinement(finite, (value) => value > 0, 'positive number');

/** A finite whole number. */
export const whole = t.refinement(finite, (value) => Number.isInteger(value), 'whole number');

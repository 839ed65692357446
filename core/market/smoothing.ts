import { missing, readingOf, type Reading } from '../rule/index.js';

/**
 * The one smoothing both averages use. The first `length` values are taken in with weights 1, 1/2, 1/3, …,
 * which makes their simple mean (the seed); every later value with `weight`. Needs `length` values, ascending
 * in time; a single non-finite value makes the whole answer missing.
 */
export const smoothed = (
  fact: string,
  values: ReadonlyArray<number>,
  length: number,
  weight: number,
): Reading<number> => {
  if (!Number.isInteger(length) || length < 1)
    return missing(fact, 'too-short', `a length of ${length} is not a whole number above 0`);
  if (values.length < length) return missing(fact, 'too-short', `${values.length} of ${length} values`);
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) return missing(fact, 'non-finite', `value ${odd + 1} of ${values.length} is ${values[odd]}`);
  const average = values.reduce(
    (sofar, value, index) => sofar + (value - sofar) * (index < length ? 1 / (index + 1) : weight),
    0,
  );
  return readingOf(fact, average);
};

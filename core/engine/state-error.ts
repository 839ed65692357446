import { compareTimes, formatTime, type ExchangeTime } from '../units/index.js';

/** Parts that contradict each other: the field by its path, what it held and what it must be. */
export interface StateError {
  readonly _tag: 'InconsistentState';
  readonly field: string;
  readonly value: string | number;
  readonly limit: string;
}

export const stateError = (field: string, value: string | number, limit: string): StateError => ({
  _tag: 'InconsistentState',
  field,
  value,
  limit,
});

/** One error for each entry that is not later than the one before it. */
export const outOfOrder = (
  list: string,
  field: string,
  moments: ReadonlyArray<string> | ReadonlyArray<ExchangeTime>,
): ReadonlyArray<StateError> =>
  moments.flatMap((moment, index) => {
    const before = index === 0 ? undefined : moments[index - 1];
    return before === undefined || isLater(moment, before)
      ? []
      : [stateError(`${list}.${index}.${field}`, textOf(moment), `later than ${textOf(before)}`)];
  });

const isLater = (a: string | ExchangeTime, b: string | ExchangeTime): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a > b : compareTimes(a, b) > 0;

const textOf = (moment: string | ExchangeTime): string =>
  typeof moment === 'string' ? moment : formatTime(moment);

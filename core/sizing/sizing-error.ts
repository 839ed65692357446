import type { Gap } from '../rule/index.js';

/** Why a position could not be sized: a fact is missing, or a number is outside what it can mean. */
export type SizingError =
  | { readonly _tag: 'MissingSizingInput'; readonly gap: Gap }
  | {
      readonly _tag: 'InvalidSizingInput';
      readonly field: string;
      readonly value: number;
      readonly limit: string;
    };

/** No error when the number can be used, else one that names it. */
export const requireThat = (
  holds: boolean,
  field: string,
  value: number,
  limit: string,
): ReadonlyArray<SizingError> => (holds ? [] : [{ _tag: 'InvalidSizingInput', field, value, limit }]);

export const requireAboveZero = (field: string, value: number): ReadonlyArray<SizingError> =>
  requireThat(value > 0 && Number.isFinite(value), field, value, 'a finite number above 0');

export const requireFinite = (field: string, value: number): ReadonlyArray<SizingError> =>
  requireThat(Number.isFinite(value), field, value, 'a finite number');

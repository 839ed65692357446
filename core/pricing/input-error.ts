/** A number that a calculation cannot take: the field, the value found, and what it should be. */
export interface InputError {
  readonly _tag: 'InputError';
  readonly field: string;
  readonly value: number;
  readonly limit: string;
}

import type * as t from 'io-ts/lib/index.js';
import type { StateError } from '../../core/index.js';

/** A field that cannot be used: its path, what it held (`undefined` when it is missing), what it must be. */
export interface SnapshotError {
  readonly _tag: 'MissingField' | 'InvalidField' | 'Inconsistent';
  readonly field: string;
  readonly value: unknown;
  readonly expected: string;
}

/** The errors of a decoder, one each field. */
export const fieldErrors = (errors: t.Errors): ReadonlyArray<SnapshotError> =>
  errors.map(({ context, value, message }) => ({
    _tag: value === undefined ? 'MissingField' : 'InvalidField',
    field: context
      .map(({ key }) => key)
      .filter((key) => key !== '')
      .join('.'),
    value,
    expected: message?.replace(/^must be /, '') ?? nameOf(context),
  }));

export const inconsistent = (field: string, value: unknown, expected: string): SnapshotError => ({
  _tag: 'Inconsistent',
  field,
  value,
  expected,
});

export const contradiction = ({ field, value, limit }: StateError): SnapshotError =>
  inconsistent(field, value, limit);

/** `account.cash is missing, must be …`, or `market.chains.0.root is "IWM", must be one of …`. */
export const snapshotErrorText = ({ _tag, field, value, expected }: SnapshotError): string =>
  _tag === 'MissingField'
    ? `${field || 'the snapshot'} is missing, must be ${expected}`
    : `${field || 'the snapshot'} is ${shown(value)}, must be ${expected}`;

const shown = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a record';
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value).slice(0, 60);
};

const nameOf = (context: t.Context): string => {
  const name = context.at(-1)?.type.name ?? 'a snapshot';
  const known = Object.entries(expectations).find(([start]) => name.startsWith(start));
  return known === undefined ? name : `${known[1]}${name.endsWith(' or null') ? ' or null' : ''}`;
};

/** What io-ts calls by its structure, by the beginning of that name. */
const expectations: Readonly<Record<string, string>> = {
  'calendar date': 'a real date, YYYY-MM-DD',
  boolean: 'true or false',
  string: 'a text',
  'finite number': 'a finite number',
  'second of the day': 'a second of the day, from 0 to below 86400',
  'ReadonlyArray<': 'a list',
  'Readonly<{ date': 'a time, { "date": "YYYY-MM-DD", "second": 37800 }',
  '{': 'a record',
};

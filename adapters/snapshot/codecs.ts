import * as t from 'io-ts/lib/index.js';
import { centsFromDollars, finite, type Cents } from '../../core/index.js';

/** What every part of a snapshot is read with: finite numbers only, and `null` only where it is allowed. */
export type Reads<A> = t.Type<A, unknown>;

export const record = t.type;

export const list = <A>(item: Reads<A>): Reads<ReadonlyArray<A>> => t.readonlyArray(item);

/** A value, or `null` for one that nobody knows or that does not apply. A missing key is neither. */
export const orNull = <A>(codec: Reads<A>): Reads<A | null> =>
  new t.Type<A | null, unknown>(
    `${codec.name} or null`,
    (input): input is A | null => input === null || codec.is(input),
    (input, context) => (input === null ? t.success(null) : codec.validate(input, context)),
    (value) => (value === null ? null : codec.encode(value)),
  );

/** A price or a price difference in points, a volatility, a rate: finite, and of a size arithmetic survives. */
export const number: Reads<number> = t.refinement(
  finite,
  (value) => Math.abs(value) <= 1e9,
  'a finite number within ±1e9',
);

export const above0: Reads<number> = t.refinement(
  finite,
  (value) => value > 0 && value <= 1e9,
  'a finite number above 0, at most 1e9',
);

export const count: Reads<number> = t.refinement(
  finite,
  (value) => Number.isInteger(value) && value >= 0 && value <= 1e6,
  'a whole number from 0 to 1,000,000',
);

export const countFrom1: Reads<number> = t.refinement(
  finite,
  (value) => Number.isInteger(value) && value >= 1 && value <= 1e6,
  'a whole number from 1 to 1,000,000',
);

/** US dollars, read to the cent. */
export const usd: Reads<Cents> = new t.Type<Cents, unknown>(
  'a finite amount in USD within ±1e12',
  (input): input is Cents => Number.isSafeInteger(input),
  (input, context) =>
    finite.is(input) && Math.abs(input) <= 1e12
      ? t.success(centsFromDollars(input))
      : t.failure(input, context),
  (amount) => amount / 100,
);

/** One of a few names. */
export const oneOf = <Name extends string>(...names: ReadonlyArray<Name>): Reads<Name> =>
  new t.Type<Name, unknown>(
    `one of ${names.join(', ')}`,
    (input): input is Name => names.some((name) => name === input),
    (input, context) => {
      const known = names.find((name) => name === input);
      return known === undefined ? t.failure(input, context) : t.success(known);
    },
    t.identity,
  );

type Forms<A extends { readonly _tag: string }> = {
  readonly [Tag in A['_tag']]: Reads<Extract<A, { readonly _tag: Tag }>>;
};

/** A record told apart by its `_tag`, so that an error names one field and not one of every form. */
export const tagged = <A extends { readonly _tag: string }>(forms: Forms<A>): Reads<A> => {
  const tags = oneOf(...Object.keys(forms));
  // The form of a tag reads the records with that tag.
  const formOf = (tag: unknown): Reads<A> | undefined =>
    tags.is(tag) ? (forms[tag as A['_tag']] as unknown as Reads<A>) : undefined;
  return new t.Type<A, unknown>(
    'a record with a _tag',
    (input): input is A => t.UnknownRecord.is(input) && (formOf(input['_tag'])?.is(input) ?? false),
    (input, context) => {
      if (!t.UnknownRecord.is(input)) return t.failure(input, context);
      const tag = input['_tag'];
      return (
        formOf(tag)?.validate(input, context) ?? t.failure(tag, t.appendContext(context, '_tag', tags, tag))
      );
    },
    (value) => formOf(value._tag)?.encode(value),
  );
};

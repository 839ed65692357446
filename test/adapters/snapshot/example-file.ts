import { readFileSync } from 'node:fs';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A published example as plain JSON, a fresh copy each time. */
export const exampleFile = (name: 'friday-0dte-ordered' | 'lt112-refused'): Json =>
  JSON.parse(readFileSync(new URL(`../../../docs/examples/${name}.json`, import.meta.url), 'utf8')) as Json;

/** Where a value lies: keys of records, indices of lists. */
export type Path = ReadonlyArray<string | number>;

/** Every path of a document to a record's field, of lists through their first entry only. */
export const fieldsOf = (value: Json, path: Path = []): ReadonlyArray<Path> => {
  if (Array.isArray(value)) return value.length === 0 ? [] : fieldsOf(value[0]!, [...path, 0]);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...fieldsOf(item, [...path, key])]);
};

export const valueAt = (document: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => (value as Record<string | number, Json>)[key]!, document);

/** The document with another value at a path; `undefined` takes the field away. */
export const changed = (document: Json, path: Path, value: unknown): Json => {
  const copy = structuredClone(document);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1)!;
  if (value === undefined) Reflect.deleteProperty(parent, key);
  else parent[key] = value;
  return copy;
};

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Plain data: what JSON can hold. Digests are taken of nothing else. */
export type PlainData =
  | null
  | boolean
  | number
  | string
  | ReadonlyArray<PlainData>
  | { readonly [key: string]: PlainData | undefined };

/**
 * JSON with object keys in UTF-16 code-unit order and `undefined` members left out, so that equal data has
 * equal text whatever order it was built in.
 */
export const canonicalJson = (data: PlainData): string => {
  if (data === null || typeof data !== 'object') return JSON.stringify(data);
  if (isList(data)) return `[${data.map(canonicalJson).join(',')}]`;
  const members = Object.keys(data)
    .sort()
    .flatMap((key) => {
      const member = data[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
};

/** SHA-256 of the canonical JSON, 64 lower-case hex digits. */
export const digest = (data: PlainData): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(data))));

const isList = (data: PlainData): data is ReadonlyArray<PlainData> => Array.isArray(data);

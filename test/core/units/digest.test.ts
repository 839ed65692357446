import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digest, type PlainData } from '../../../core/index.js';

const plain = fc.jsonValue() as fc.Arbitrary<PlainData>;

/** The same data with the members of every object in another order. */
const reordered = (data: PlainData): PlainData => {
  if (Array.isArray(data)) return (data as ReadonlyArray<PlainData>).map(reordered);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, member]) => [key, member === undefined ? undefined : reordered(member)]),
  );
};

describe('canonical JSON', () => {
  it('writes members in order, without spaces, and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'x', gone: undefined })).toBe(
      '{"a":"x","b":[1,{"c":true,"d":null}]}',
    );
    expect(canonicalJson({ 'phase1.x': 1, phase10: 2, phase1: 3 })).toBe(
      '{"phase1":3,"phase1.x":1,"phase10":2}',
    );
  });

  it('reads back as the data it was written from', () => {
    fc.assert(
      fc.property(plain, (data) => {
        expect(JSON.parse(canonicalJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on the order members were built in', () => {
    fc.assert(
      fc.property(plain, (data) => {
        expect(canonicalJson(reordered(data))).toBe(canonicalJson(data));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a digest', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    fc.assert(
      fc.property(plain, (data) => {
        expect(digest(data)).toBe(createHash('sha256').update(canonicalJson(data), 'utf8').digest('hex'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is equal exactly when the data is', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(digest(a) === digest(b)).toBe(canonicalJson(a) === canonicalJson(b));
        expect(digest(reordered(a))).toBe(digest(a));
        expect(digest([a])).not.toBe(digest(a));
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells apart what only looks alike', () => {
    const lookalikes: ReadonlyArray<PlainData> = [
      1,
      '1',
      [1],
      { a: 1 },
      { a: '1' },
      [[1]],
      null,
      'null',
      {},
      [],
      '',
    ];
    expect(new Set(lookalikes.map(digest)).size).toBe(lookalikes.length);
  });
});

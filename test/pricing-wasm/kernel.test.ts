import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernelBase64 } from '../../pricing-wasm/generated/kernel-bytes.js';
import { pricing, type EuropeanModel, type GreekOrder, type Pricing } from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { bitsOfRows, columnsOf, fixedOptions, priced } from './option-columns.js';

declare const WebAssembly: {
  readonly Module: (new (bytes: Uint8Array) => object) & {
    readonly imports: (module: object) => ReadonlyArray<unknown>;
    readonly exports: (module: object) => ReadonlyArray<{ readonly name: string; readonly kind: string }>;
  };
};

const read = (path: string): Buffer => readFileSync(new URL(`../../pricing-wasm/${path}`, import.meta.url));
const bytes = read('generated/kernel.wasm');
const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');

describe('the compiled kernel', () => {
  it('has the committed hash: compiler, flags and sources are pinned', () => {
    expect(`${sha256(bytes)}\n`).toBe(read('kernel.sha256').toString('utf8'));
  });

  it('is what is inlined', () => {
    expect(kernelBase64).toBe(bytes.toString('base64'));
  });

  it('imports nothing and owns its memory', () => {
    const module = new WebAssembly.Module(bytes);
    expect(WebAssembly.Module.imports(module)).toEqual([]);
    expect(WebAssembly.Module.exports(module)).toContainEqual({ name: 'memory', kind: 'memory' });
  });
});

describe('1,000 fixed options', () => {
  const columns = columnsOf(fixedOptions(1_000));
  const digestOf = (implementation: Pricing, model: EuropeanModel, greeks: GreekOrder): string =>
    sha256(bitsOfRows(priced(implementation[model](columns, greeks))).join('\n'));

  it.each([
    ['blackScholesMerton', 'none', '09985053ba08484c42483daa093a5fef13a6308b2259adaf7d4a68487965aa0e'],
    ['blackScholesMerton', 'first', '2455710d2c06c48f2bc1a1b5ddf95925c7ff8874aeea458b65e3546f3b02a5bd'],
    ['blackScholesMerton', 'second', 'fc4d492352a6d5c15dd9ff6426b3449d9c9925a2b5db3bc49f1aadffe48649ec'],
    ['blackScholesMerton', 'third', '1e8adb01d45a991332e04406586fb6350fa61ce586980aa7f2bfb4e7010d0f9a'],
    ['black76', 'none', '781485b106f91297a35fa712edbfcfa449584920448038f0ad62eaa034af0477'],
    ['black76', 'first', 'b3d4db67bd468f136b41f972aefbfd4bbad272c8e1b6f40b3183edfd4bdbb4bd'],
    ['black76', 'second', '8caddcf74c4d5c979acf681fff6681c67dec3d24a2d081d2422810ba98b10d38'],
    ['black76', 'third', 'e0d7c6b397187e8625e622d556077bc018a7961ed6158b96741b720cf9bbc0bd'],
  ] as const)(
    'have the same bits on every machine, in WebAssembly and in plain TypeScript: %s, %s',
    (model, greeks, digest) => {
      expect(digestOf(pricing, model, greeks)).toBe(digest);
      expect(digestOf(plainPricing, model, greeks)).toBe(digest);
      expect(digestOf(pricing, model, greeks)).toBe(digest);
    },
  );
});

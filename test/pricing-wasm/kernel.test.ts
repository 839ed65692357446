import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernelBase64 } from '../../pricing-wasm/generated/kernel-bytes.js';
import { pricing } from '../../pricing-wasm/index.js';
import { kernel } from '../../pricing-wasm/load.js';
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

  it('is instantiated once', () => {
    expect(kernel()).toBe(kernel());
  });
});

describe('1,000 fixed options', () => {
  const digestOf = (model: keyof typeof pricing): string =>
    sha256(bitsOfRows(priced(pricing[model](columnsOf(fixedOptions(1_000))))).join('\n'));

  it('have the same bits on every machine and in every run', () => {
    expect(digestOf('blackScholesMerton')).toBe(
      'f5f8a4a7f3cd1c68e5c2753619a543298627fa3daaaae9dd65ea51b1d754174a',
    );
    expect(digestOf('black76')).toBe('0ba3ca51d4f12ec07ac1d3bf8242582b4572e90055aa1304a3f7854858c6c618');
    expect(digestOf('blackScholesMerton')).toBe(
      'f5f8a4a7f3cd1c68e5c2753619a543298627fa3daaaae9dd65ea51b1d754174a',
    );
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernelBase64 } from '../../pricing-wasm/generated/kernel-bytes.js';
import { pricing, type EuropeanModel } from '../../pricing-wasm/index.js';
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
  const digestOf = (model: EuropeanModel): string =>
    sha256(bitsOfRows(priced(pricing[model](columnsOf(fixedOptions(1_000))))).join('\n'));

  it('have the same bits on every machine and in every run', () => {
    expect(digestOf('blackScholesMerton')).toBe(
      '2455710d2c06c48f2bc1a1b5ddf95925c7ff8874aeea458b65e3546f3b02a5bd',
    );
    expect(digestOf('black76')).toBe('b3d4db67bd468f136b41f972aefbfd4bbad272c8e1b6f40b3183edfd4bdbb4bd');
    expect(digestOf('blackScholesMerton')).toBe(
      '2455710d2c06c48f2bc1a1b5ddf95925c7ff8874aeea458b65e3546f3b02a5bd',
    );
  });
});

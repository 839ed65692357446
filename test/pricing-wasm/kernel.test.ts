import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernelBase64 } from '../../pricing-wasm/generated/kernel-bytes.js';
import { pricing } from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { digestsOf, pinnedDigests } from './pinned-digests.js';

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

  it('is small: at most 64 KB', () => {
    expect(bytes.length).toBeLessThanOrEqual(65_536);
  });

  it('imports nothing and owns its memory', () => {
    const module = new WebAssembly.Module(bytes);
    expect(WebAssembly.Module.imports(module)).toEqual([]);
    expect(WebAssembly.Module.exports(module)).toContainEqual({ name: 'memory', kind: 'memory' });
  });
});

describe('1,000 fixed options', () => {
  it('have the pinned bits in WebAssembly and in plain TypeScript, run after run', async () => {
    expect(await digestsOf(pricing)).toEqual(pinnedDigests);
    expect(await digestsOf(plainPricing)).toEqual(pinnedDigests);
    expect(await digestsOf(pricing)).toEqual(pinnedDigests);
  });
});

import { kernelBase64 } from './generated/kernel-bytes.js';
import type { KernelModule } from './kernel.js';

/** The module whose bytes are inlined, compiled on the first call; an embedder needs no bundler rule. */
export const inlinedKernel = (): KernelModule => {
  compiled ??= new WebAssembly.Module(bytesOf(kernelBase64));
  return compiled;
};

let compiled: KernelModule | undefined;

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

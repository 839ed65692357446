/** What `assembly/index.ts` exports. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly arenaBytes: (capacity: number) => number;
  readonly numberColumnAddress: (capacity: number, column: number) => number;
  readonly codeColumnAddress: (capacity: number, column: number) => number;
  readonly blackScholesMerton: (capacity: number, rows: number, order: number) => void;
  readonly black76: (capacity: number, rows: number, order: number) => void;
  readonly impliedVolatility: (capacity: number, rows: number, futures: number) => void;
}

/** A compiled module; the types of Node do not know it, those of browsers do. */
export type KernelModule = object;

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => KernelModule;
  readonly Instance: new (module: KernelModule) => { readonly exports: unknown };
};

/** Compiles at once. Engines of old refused to do so with more than 4 KB on a page's main thread. */
export const compileKernel = (bytes: Uint8Array): KernelModule => new WebAssembly.Module(bytes);

/** A new instance with a memory of its own. The module imports nothing. */
export const instantiateKernel = (module: KernelModule): Kernel =>
  new WebAssembly.Instance(module).exports as Kernel;

/** What `assembly/index.ts` exports. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly arenaBytes: (capacity: number) => number;
  readonly numberColumnAddress: (capacity: number, column: number) => number;
  readonly codeColumnAddress: (capacity: number, column: number) => number;
  readonly groupColumnAddress: (capacity: number) => number;
  readonly resultsAddress: (capacity: number) => number;
  readonly blackScholesMerton: (capacity: number, rows: number, order: number) => void;
  readonly black76: (capacity: number, rows: number, order: number) => void;
  readonly clearSums: (capacity: number, groups: number, values: number) => void;
  readonly addToSums: (capacity: number, rows: number, values: number) => void;
  readonly clearScenarios: (capacity: number, cells: number) => void;
  readonly addScenarios: (
    capacity: number,
    rows: number,
    spots: number,
    volatilities: number,
    forward: number,
  ) => void;
  readonly american: (capacity: number, rows: number, tier: number, greeks: number) => void;
  readonly impliedVolatility: (capacity: number, rows: number, futures: number) => void;
}

/** A compiled `WebAssembly.Module`. */
export type KernelModule = object;

/** A new instance with a memory of its own. The module imports nothing. */
export const instantiateKernel = (module: KernelModule): Kernel =>
  new WebAssembly.Instance(module).exports as Kernel;

import type { OptionColumns, ValueColumns } from '../core/pricing/index.js';
import { inputColumns, outputColumns } from './columns.js';
import { kernelBase64 } from './generated/kernel-bytes.js';

/** The compiled module made ready: views of its input and output columns, and its kernels. */
export interface Kernel {
  /** Rows that fit into the columns at once. */
  readonly capacity: number;
  readonly inputs: OptionColumns;
  readonly outputs: ValueColumns;
  readonly blackScholesMerton: (rows: number) => void;
  readonly black76: (rows: number) => void;
}

/**
 * Instantiates the kernel on the first call and returns the same one ever after. Synchronous and without
 * imports: the bytes are inlined, the memory is the module's own and never grows, so the views stay valid.
 */
export const kernel = (): Kernel => {
  loaded ??= instantiate();
  return loaded;
};

let loaded: Kernel | undefined;

/** The two words of WebAssembly used here; the types of Node do not know them, those of browsers do. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What `assembly/index.ts` exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly capacity: () => number;
  readonly numberColumnAddress: (column: number) => number;
  readonly rightColumnAddress: () => number;
  readonly statusColumnAddress: () => number;
  readonly blackScholesMerton: (rows: number) => void;
  readonly black76: (rows: number) => void;
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const instantiate = (): Kernel => {
  const module = new WebAssembly.Module(bytesOf(kernelBase64));
  const wasm = new WebAssembly.Instance(module).exports as Exports;
  const { buffer } = wasm.memory;
  const capacity = wasm.capacity();
  const numbers = (column: number): Float64Array =>
    new Float64Array(buffer, wasm.numberColumnAddress(column), capacity);
  return {
    capacity,
    inputs: inputColumns(new Uint8Array(buffer, wasm.rightColumnAddress(), capacity), numbers),
    outputs: outputColumns(new Uint8Array(buffer, wasm.statusColumnAddress(), capacity), (value) =>
      numbers(inputNumberColumns + value),
    ),
    blackScholesMerton: wasm.blackScholesMerton,
    black76: wasm.black76,
  };
};

const inputNumberColumns = 6;

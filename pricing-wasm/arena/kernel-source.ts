import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type { KernelModule } from './kernel.js';

/** Where the kernel comes from: an address, an answer of `fetch`, its bytes, or a compiled `WebAssembly.Module`. */
export type KernelSource = string | URL | KernelResponse | ArrayBuffer | Uint8Array | KernelModule;

/** What is used of a `Response`. */
export interface KernelResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** The bytes of a source that is not compiled yet, or why they cannot be read. */
export const readKernel = async (
  source: Exclude<KernelSource, KernelModule> | object,
): Promise<Either<string, ArrayBuffer | Uint8Array>> => {
  if (source instanceof ArrayBuffer || source instanceof Uint8Array) return right(source);
  try {
    const response = isAddress(source) ? await fetchFrom(source) : source;
    if (!isResponse(response)) return left('neither an address nor an answer, bytes or a module');
    if (!response.ok) return left(`the server answered ${response.status}`);
    return right(await response.arrayBuffer());
  } catch (error) {
    return left(String(error));
  }
};

const isAddress = (source: unknown): source is string | URL =>
  typeof source === 'string' || source instanceof URL;

const isResponse = (source: object): source is KernelResponse => 'ok' in source && 'arrayBuffer' in source;

/** `fetch`, and the file system for `file:` addresses, which Node's `fetch` does not read. */
const fetchFrom = async (address: string | URL): Promise<KernelResponse> => {
  if (!String(address).startsWith('file:')) return fetch(address);
  const files = globalThis.process.getBuiltinModule('node:fs/promises');
  const bytes = await files.readFile(new URL(address));
  return { ok: true, status: 200, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) };
};

import { isLeft } from 'fp-ts/lib/Either.js';
import type { EuropeanModel, GreekOrder, PriceColumns, Pricing } from '../../pricing-wasm/index.js';
import { columnsOf, fixedOptions } from './fixed-options.js';

/** SHA-256 of every bit of the values of 1,000 fixed options, in each model and order of Greeks. */
export const pinnedDigests = {
  'blackScholesMerton none': '962864b7adadaa2757dc066ed5a55c0a0df1977ef29e14e68684a4f8ec5dc8e5',
  'blackScholesMerton first': '9aca99b9e49c43c4f000497e0f26d9dcc86754e2e04866db1b5282278a8a9f5b',
  'blackScholesMerton second': '11aa685d7f8d69d9b141d92846869e2570660085c84e7edbfe195faf72092b88',
  'blackScholesMerton third': '63f5e71c676ddc08ff20178c526a410183d02ba8acecd5ea36ba97b36f3d3cd5',
  'black76 none': '7e3b3c4ee2499cc0e314b262133554074e927d90b539b7cdf6558341b92e7250',
  'black76 first': '74e9477c70f75019185f6ab7c4ed0371adc90c3e7c81220f24172789db7b02aa',
  'black76 second': '773ed50603cac078e2b9dc001d1d48df9f84100e93b8d7694b175fae106e8dfe',
  'black76 third': '2d9789a7015ecead63f73df0b7c7c8d8a442508deb703e3329e2308e2f2a2191',
} as const;

/** The digests that an implementation gives, under the names of `pinnedDigests`; for Node and browsers alike. */
export const digestsOf = async (pricing: Pricing): Promise<Record<string, string>> => {
  const options = columnsOf(fixedOptions(1_000));
  const entries = Object.keys(pinnedDigests).map(async (name): Promise<[string, string]> => {
    const [model, greeks] = name.split(' ') as [EuropeanModel, GreekOrder];
    const values = pricing[model](options, greeks);
    if (isLeft(values)) throw new Error(JSON.stringify(values.left));
    return [name, await sha256(bytesOf(values.right))];
  });
  return Object.fromEntries(await Promise.all(entries));
};

/** The bytes of all columns, one after another. */
const bytesOf = (values: PriceColumns): Uint8Array<ArrayBuffer> => {
  const columns = Object.values(values) as ReadonlyArray<Uint8Array | Float64Array>;
  return Uint8Array.from(
    columns.flatMap((column) => [...new Uint8Array(column.buffer, column.byteOffset, column.byteLength)]),
  );
};

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** Floor 3: the Pricing port, types and units only; `pricing-wasm` implements it. */
export * from './book.js';
export * from './input-error.js';
export * from './inputs.js';
export * from './port.js';
export * from './scenario.js';
export * from './values.js';

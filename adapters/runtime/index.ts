/** The runtime: the only loop there is. */
export * from './run.js';

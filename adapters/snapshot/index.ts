/** One account and one market at one moment, read from JSON. */
export { decodeSnapshot, encodeSnapshot, engineInput, type Snapshot } from './snapshot.js';
export { snapshotErrorText, type SnapshotError } from './snapshot-error.js';

/** Floor 1: state machines as exhaustive tables. */
export * from './machine.js';

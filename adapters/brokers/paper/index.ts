/** The paper broker: practice without money. */
export * from './paper-broker.js';

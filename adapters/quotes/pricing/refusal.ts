import { RowStatus } from '../../../pricing-wasm/index.js';

/** Why a row has no values: a status to count by, and a reason to read. */
export interface Refusal {
  readonly status: string;
  readonly reason: string;
}

/** A refusal whose reason names the field, its value and the limit. */
export const refusal = (status: string, field: string, value: string | number, limit: string): Refusal => ({
  status,
  reason: reasonOf(field, value, limit),
});

/** `K -5: must be at least 0`. */
export const reasonOf = (field: string, value: string | number, limit: string): string =>
  `${field} ${value === '' ? '(empty)' : value}: must be ${limit}`;

/** The status of a row that has its values. */
export const pricedStatus = 'ok';

/** The Pricing port's status in words, spelled as in the reference files. */
export const statusWord = (status: number): string =>
  Object.entries(RowStatus)
    .filter(([, code]) => code === status)
    .map(([name]) =>
      name === 'priced' ? pricedStatus : name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
    )
    .join('');

/** Tables of options and quotes: priced, implied, and real chains compared with their vendor. */
export type { ChainDocument, ExpiryRow } from './chain/chain-document.js';
export { chainTable, type Chain, type ChainOptions } from './chain/chain-table.js';
export { comparedRange, type VendorComparison } from './chain/vendor-comparison.js';
export type { ComputedTable } from './pricing/computed-table.js';
export { impliedTable } from './pricing/implied-table.js';
export {
  greekOrders,
  impliedModels,
  optionModels,
  type ImpliedModel,
  type ImpliedModelName,
  type ModelName,
  type OptionModel,
} from './pricing/models.js';
export { priceTable } from './pricing/price-table.js';
export { rowSummaryText, type RowSummary } from './pricing/summary.js';
export { readCsv, writeCsv } from './table/csv.js';
export { decimalOf } from './table/decimal.js';
export { tableErrorText, type Table, type TableError } from './table/table.js';

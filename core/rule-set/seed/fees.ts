import { open } from '../parameter.js';

const equity = 'R§6.8 fee table, as of 2024; D§1';
const futures = 'R§6.8 fee table, as of 2024; D§1, exchange fees D§5.6 (unverified)';

/** Fees per contract and side unless said otherwise. */
export const fees = {
  'fee.equityOptionOpen': open(1, 'USD per contract', equity),
  'fee.equityOptionClose': open(0, 'USD per contract', equity),
  'fee.equityOptionLegCap': open(10, 'USD', equity),
  'fee.equityOptionClearing': open(0.1, 'USD per contract', equity),
  'fee.futureOption': open(2.5, 'USD per contract', futures),
  'fee.microFutureOption': open(1.5, 'USD per contract', futures),
  'fee.futureOptionExchange': open(1.5, 'USD per contract', futures),
  'fee.microFutureOptionExchange': open(0.5, 'USD per contract', futures),
  'fee.future': open(1.25, 'USD per contract', futures),
  'fee.microFuture': open(0.85, 'USD per contract', futures),
  'fee.assignment': open(5, 'USD', equity),
} as const;

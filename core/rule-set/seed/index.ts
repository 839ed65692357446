import { account } from './account.js';
import { concentration } from './concentration.js';
import { dataQuality } from './data-quality.js';
import { execution } from './execution.js';
import { fees } from './fees.js';
import { risk } from './risk.js';
import { sizing } from './sizing.js';
import { strategies } from './strategies.js';
import { volatility } from './volatility.js';

/** Every number of the default rulebook, by name. */
export const seedParameters = {
  ...account,
  ...concentration,
  ...volatility,
  ...risk,
  ...sizing,
  ...strategies,
  ...execution,
  ...dataQuality,
  ...fees,
} as const;

/** Floor 6: the 47 checks before any position, and the approval nothing else can give. */
export { accountRules } from './account-checks.js';
export { approve, type Admission, type ApprovedOrder } from './approve.js';
export type { Check } from './check.js';
export { checks } from './checks.js';
export type { AdmissionFacts, BrokerStatus, SystemFacts } from './facts.js';
export { persistTime, systemRules } from './system-checks.js';

/** The strategies of the source document that exist so far. */
export type StrategyId = 'friday-0dte' | 'lt112';

/** Account phases by equity; 0 opens nothing (D§5.1). */
export type Phase = 0 | 1 | 2 | 3 | 4;

/** Resources are spent in this order within a step ([seed], D§1). */
export type Priority = 'critical' | 'high' | 'medium' | 'low' | 'idle';

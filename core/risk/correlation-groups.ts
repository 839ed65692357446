/** Groups that fell together in August 2024 (R§2.3). A1 and A2 are equities. */
export const correlationGroups = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'D1', 'D2', 'E'] as const;

export type CorrelationGroup = (typeof correlationGroups)[number];

/** The group of an underlying's symbol, in capitals without a slash; null when it is in none. */
export const correlationGroupOf = (symbol: string): CorrelationGroup | null =>
  groupOfSymbol.get(symbol) ?? null;

/** R§2.3; index options join A1 and single stocks A2. An option belongs to its underlying's group. */
const members: Readonly<Record<CorrelationGroup, string>> = {
  A1: 'ES MES NQ MNQ RTY M2K YM MYM SPX SPXW XSP',
  A2: 'SPY QQQ IWM DIA AAPL MSFT',
  B1: 'GC MGC GLD TLT ZB ZN',
  B2: 'SI SIL SLV HG PL PA',
  C1: 'CL MCL QM RB HO XLE XOP',
  C2: 'NG',
  D1: 'ZC ZS ZW',
  D2: 'LE HE GF',
  E: '6E 6B 6A 6C M6E M6A DXY',
};

const groupOfSymbol: ReadonlyMap<string, CorrelationGroup> = new Map(
  correlationGroups.flatMap((group) => members[group].split(' ').map((symbol) => [symbol, group] as const)),
);

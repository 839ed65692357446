import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTradesCsv } from '../../../adapters/report/index.js';
import { sampleDocument } from './sample-document.js';

const document = sampleDocument();
const trade = document.trades[0]!;

describe('trades as CSV', () => {
  it('are a header and a record a trade, each ended by CRLF', () => {
    const lines = renderTradesCsv(document).split('\r\n');
    expect(lines).toHaveLength(document.trades.length + 2);
    expect(lines.at(-1)).toBe('');
    expect(lines[0]).toBe(
      'id,strategy,root,structure,legs,quantity,openedAt,closedAt,expiry,credit,cost,entryReason,exitReason,profit,fees,underlyingAtEntry,vixAtEntry,vixAtExit',
    );
  });

  it('are the header alone when there are none', () => {
    expect(renderTradesCsv({ ...document, trades: [] })).toMatch(/^id,[^\n]*vixAtExit\r\n$/);
  });

  it('hold plain numbers, and nothing where there is nothing yet', () => {
    const open = { ...trade, legs: 'x', closedAt: null, cost: null, exitReason: null, vixAtExit: null };
    const csv = renderTradesCsv({
      ...document,
      trades: [{ ...open, entryReason: 'y', credit: 1_234.5, profit: -12_345.67 }],
    });
    expect(csv.split('\r\n')[1]).toBe(
      `${trade.id},${trade.strategy},SPY,put spread,x,1,${trade.openedAt},,${trade.expiry},1234.5,,y,,-12345.67,${trade.fees},${trade.underlyingAtEntry},${trade.vixAtEntry},`,
    );
  });

  it('quote commas, quotes and line breaks, and read back as they were', () => {
    const quoted = renderTradesCsv({ ...document, trades: [{ ...trade, legs: 'a,"b"\nc' }] });
    expect(quoted).toContain(',"a,""b""\nc",');
    fc.assert(
      fc.property(fc.string(), fc.string(), (legs, entryReason) => {
        const record = parse(renderTradesCsv({ ...document, trades: [{ ...trade, legs, entryReason }] }))[1];
        expect([record?.[4], record?.[11]]).toEqual([legs, entryReason]);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** A small reader of RFC 4180, so that what was quoted can be compared. */
const parse = (csv: string): ReadonlyArray<ReadonlyArray<string>> => {
  const records: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    records.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!);
    if (end === '\r\n') records.push([]);
  }
  return records;
};

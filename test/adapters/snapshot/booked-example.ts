import { changed, exampleFile, type Json } from './example-file.js';

const opened = { date: '2025-03-07', second: 35_100 };
const before = { date: '2025-03-06', second: 55_800 };

const leg = (right: string, strike: number, ratio: number): Json => ({
  contract: { root: 'MES', expiry: '2025-03-07', right, strike, settles: 'pm' },
  ratio,
});

const condor = (state: Json): Json => ({
  id: 'friday-0dte 2025-03-07',
  strategy: 'friday-0dte',
  root: 'MES',
  structure: 'iron-condor',
  legs: [leg('put', 5_645, 1), leg('put', 5_675, -1), leg('call', 5_805, -1), leg('call', 5_835, 1)],
  expiry: '2025-03-07',
  quantity: 2,
  openedAt: opened,
  credit: 7.5,
  openingFees: 16,
  buyingPower: 225,
  state,
  entry: { underlyingPrice: 5_740, vix: 23.91, ruleSet: 'seed' },
});

/** The 0DTE example with a book, a past, a tripped breaker and a sighting: every kind of record there is. */
export const bookedExample = (): Json =>
  // Through text, so that no two fields share one record.
  JSON.parse(JSON.stringify(booked())) as Json;

const booked = (): Json =>
  [
    [
      ['positions'],
      [
        {
          position: condor({ _tag: 'Active', since: opened }),
          lastQuote: { mid: 7.4, natural: 7, naturalToClose: 7.8, width: 0.8 },
          unwatchedSince: null,
          failedCloses: 0,
        },
      ],
    ],
    [
      ['closedTrades'],
      [
        {
          position: condor({ _tag: 'Closed', since: before }),
          closedAt: before,
          reason: 'time',
          cost: 2.5,
          profit: 50,
          fees: 32,
          vixAtClose: 24.1,
        },
      ],
    ],
    [
      ['protections', 'breaker'],
      {
        _tag: 'Tripped',
        reasons: ['rapid drawdown'],
        at: before,
        equityAtTrip: 29_000,
        lastBreach: before,
        lockedSince: null,
      },
    ],
    [['protections', 'closing', 'sightings', 'margin'], { at: opened, reference: 30_000 }],
    [['protections', 'closing', 'flatten'], { since: opened, causes: ['margin'] }],
    [['usedOrderKeys'], ['friday-0dte:friday-0dte 2025-03-07:2025-03-07:open:1']],
  ].reduce<Json>(
    (document, [path, value]) => changed(document, path as string[], value),
    exampleFile('friday-0dte-ordered'),
  );

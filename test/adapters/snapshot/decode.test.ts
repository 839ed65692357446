import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSnapshot, snapshotErrorText, type SnapshotError } from '../../../adapters/snapshot/index.js';
import { changed, exampleFile, fieldsOf, valueAt, type Json, type Path } from './example-file.js';
import { bookedExample } from './booked-example.js';

/** An example in which every kind of record occurs: positions, closed trades, a tripped breaker, a sighting. */
const full = bookedExample();
const fields = fieldsOf(full);

const errorsOf = (document: unknown): ReadonlyArray<SnapshotError> => {
  const decoded = decodeSnapshot(document);
  return isLeft(decoded) ? decoded.left : [];
};

const named = (path: Path): string => path.join('.');

/** Fields that may be null: nobody knows, or it does not apply. Pinned, for each is described in docs/snapshot.md. */
const nullable = [
  'protections.breaker.lockedSince',
  'protections.closing.sightings.rapid drawdown',
  'protections.closing.sightings.margin',
  'protections.closing.sightings.drawdown',
  'protections.closing.flatten',
  'protections.drawdown.noEntriesSince',
  'protections.panicSince',
  'strategies.friday-0dte.enteredAt',
  'strategies.friday-0dte.noEdgeSince',
  'strategies.lt112.enteredAt',
  'strategies.lt112.noEdgeSince',
  'positions.0.lastQuote',
  'positions.0.unwatchedSince',
  'closedTrades.0.vixAtClose',
  'macro.events.0.second',
  'macro.coverage.FOMC',
  'macro.coverage.CPI',
  'macro.coverage.NFP',
  'macro.coverage.GDP',
  'market.vix',
  'market.chains.0.future',
  'market.chains.0.quotes.0.bid',
  'market.chains.0.quotes.0.ask',
  'market.chains.0.quotes.0.impliedVolatility',
  'market.chains.0.quotes.0.volume',
  'market.chains.0.quotes.0.openInterest',
  'broker',
  'reconciledAt',
];

describe('decodeSnapshot', () => {
  test('reads both published examples', () => {
    expect(isRight(decodeSnapshot(exampleFile('friday-0dte-ordered')))).toBe(true);
    expect(isRight(decodeSnapshot(exampleFile('lt112-refused')))).toBe(true);
    expect(errorsOf(full)).toEqual([]);
  });

  test('names every field that is missing', () => {
    for (const path of fields)
      expect(errorsOf(changed(full, path, undefined))).toContainEqual({
        _tag: 'MissingField',
        field: named(path),
        value: undefined,
        expected: expect.stringMatching(/./) as string,
      });
  });

  test('names every field that is of another type', () => {
    for (const path of fields) {
      const odd: Json = typeof valueAt(full, path) === 'boolean' ? 'yes' : true;
      const [first] = errorsOf(changed(full, path, odd));
      expect(`${first?.field ?? 'nothing'}.`.startsWith(`${named(path)}.`), named(path)).toBe(true);
    }
  });

  test('refuses every number that is not finite, or too large to reckon with', () => {
    const numbers = fields.filter((path) => typeof valueAt(full, path) === 'number');
    expect(numbers.length).toBeGreaterThan(50);
    for (const path of numbers)
      for (const odd of [NaN, Infinity, -Infinity, '12', 1e300])
        expect(errorsOf(changed(full, path, odd)).map(({ field }) => field)).toContain(named(path));
  });

  test('takes null exactly where null is allowed', () => {
    const taken = fields.filter((path) => errorsOf(changed(full, path, null)).length === 0);
    expect(taken.map(named)).toEqual(nullable);
  });

  test('names an unknown symbol and the symbols there are', () => {
    for (const path of [
      ['market', 'underlyings', 0, 'root'],
      ['market', 'chains', 0, 'root'],
      ['market', 'chains', 0, 'quotes', 0, 'contract', 'root'],
      ['positions', 0, 'position', 'root'],
    ]) {
      const [error] = errorsOf(changed(full, path, 'TSLA'));
      expect(error && snapshotErrorText(error)).toBe(
        `${named(path)} is "TSLA", must be one of SPY, SPX, XSP, ES, MES`,
      );
    }
  });

  test.each([
    [['schema'], 'tomking.snapshot/2', 'schema is "tomking.snapshot/2", must be one of tomking.snapshot/1'],
    [['at', 'date'], '2025-02-30', 'at.date is "2025-02-30", must be a real date, YYYY-MM-DD'],
    [['at', 'second'], 86_400, 'at.second is 86400, must be a second of the day, from 0 to below 86400'],
    [['at'], '10:30', 'at is "10:30", must be a time, { "date": "YYYY-MM-DD", "second": 37800 }'],
    [['workingOrders'], 1, 'workingOrders is 1, must be 0: a snapshot is taken while no order is working'],
    [['account', 'cash'], undefined, 'account.cash is missing, must be a finite amount in USD within ±1e12'],
    [['account', 'phase', 'phase'], 5, 'account.phase.phase is 5, must be a phase from 0 to 4'],
    [
      ['protections', 'breaker', '_tag'],
      'Broken',
      'protections.breaker._tag is "Broken", must be one of Armed, Tripped, Probation',
    ],
    [['positions'], {}, 'positions is a record, must be a list'],
    [['operator', 'halted'], null, 'operator.halted is null, must be true or false'],
    [
      ['positions', 0, 'position', 'legs'],
      [],
      'positions.0.position.legs is a list, must be a list of at least one leg',
    ],
  ] as ReadonlyArray<[Path, unknown, string]>)('says what is wrong with %j = %j', (path, value, text) => {
    expect(errorsOf(changed(full, path, value)).map(snapshotErrorText)).toEqual([text]);
  });

  test('refuses a contract, a slice or an underlying told twice, and a quote of another slice', () => {
    const twice = (path: Path): Json => {
      const items = valueAt(full, path) as Json[];
      return changed(full, path, [...items, items[0]!]);
    };
    expect(errorsOf(twice(['market', 'underlyings']))[0]?.expected).toBe('listed once');
    expect(errorsOf(twice(['market', 'chains']))[0]?.expected).toBe('listed once');
    expect(errorsOf(twice(['market', 'chains', 0, 'quotes']))[0]?.expected).toBe('listed once');
    const stranger = changed(full, ['market', 'chains', 0, 'quotes', 0, 'contract', 'root'], 'SPX');
    expect(errorsOf(stranger)[0]).toMatchObject({
      _tag: 'Inconsistent',
      field: 'market.chains.0.quotes.0.contract',
    });
  });

  test('puts quotes in order of strike, whatever order the file has them in', () => {
    const path = ['market', 'chains', 0, 'quotes'];
    const shuffled = [...(valueAt(full, path) as Json[])].reverse();
    expect(decodeSnapshot(changed(full, path, shuffled))).toEqual(decodeSnapshot(full));
  });

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (input) => {
        decodeSnapshot(input);
      }),
      { numRuns: 5_000 },
    );
  });

  test('never throws, whatever stands in one field of a good snapshot', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.oneof(fc.anything({ maxDepth: 2 }), fc.double(), fc.string()),
        (path, value) => {
          for (const error of errorsOf(changed(full, path, value)))
            expect(snapshotErrorText(error)).toContain('must be');
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

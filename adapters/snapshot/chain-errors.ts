import { contractKey, type ChainSlice, type OptionQuote } from '../../core/index.js';
import type { MarketParts } from './market-codecs.js';
import { inconsistent, type SnapshotError } from './snapshot-error.js';

/** Quotes of another slice, a contract, slice or underlying told twice: which of the two is true nobody knows. */
export const marketErrors = ({ underlyings, chains }: MarketParts): ReadonlyArray<SnapshotError> => [
  ...repeated(
    underlyings.map(({ root }) => root),
    (index) => `market.underlyings.${index}.root`,
  ),
  ...repeated(chains.map(sliceKey), (index) => `market.chains.${index}`),
  ...chains.flatMap((slice, index) => [
    ...slice.quotes.flatMap((quote, at) => strangerIn(slice, quote, `market.chains.${index}.quotes.${at}`)),
    ...repeated(
      slice.quotes.map(({ contract }) => contractKey(contract)),
      (at) => `market.chains.${index}.quotes.${at}.contract`,
    ),
  ]),
];

/** Quotes in the order the engine looks them up in: by strike, then call before put. */
export const inOrder = (market: MarketParts): MarketParts => ({
  ...market,
  chains: market.chains.map((slice) => ({ ...slice, quotes: [...slice.quotes].sort(byStrike) })),
});

const byStrike = ({ contract: a }: OptionQuote, { contract: b }: OptionQuote): number =>
  a.strike - b.strike || (a.right < b.right ? -1 : a.right > b.right ? 1 : 0);

const sliceKey = ({ root, expiry, settles }: ChainSlice): string => `${root} ${expiry} ${settles}`;

const strangerIn = (
  slice: ChainSlice,
  { contract }: OptionQuote,
  field: string,
): ReadonlyArray<SnapshotError> =>
  contract.root === slice.root && contract.expiry === slice.expiry && contract.settles === slice.settles
    ? []
    : [inconsistent(`${field}.contract`, contractKey(contract), `a contract of ${sliceKey(slice)}`)];

const repeated = (
  keys: ReadonlyArray<string>,
  fieldAt: (index: number) => string,
): ReadonlyArray<SnapshotError> => {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [inconsistent(fieldAt(index), key, 'listed once')];
    seen.add(key);
    return [];
  });
};

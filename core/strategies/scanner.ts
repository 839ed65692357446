import { ignore, move, refuse, type Machine } from '../machine/index.js';
import type { ExchangeTime } from '../units/index.js';

/** What can happen to a strategy that looks for an entry. */
export type ScannerEvent =
  | { readonly _tag: 'WindowOpened'; readonly at: ExchangeTime }
  | { readonly _tag: 'EntrySubmitted'; readonly at: ExchangeTime; readonly order: string }
  | { readonly _tag: 'EntryFilled'; readonly at: ExchangeTime }
  | { readonly _tag: 'EntryEnded'; readonly at: ExchangeTime; readonly why: string }
  | { readonly _tag: 'WindowClosed'; readonly at: ExchangeTime }
  | { readonly _tag: 'SessionClosed'; readonly at: ExchangeTime };

export type ScannerTag = 'Scanning' | 'EntryWindow' | 'Entering' | 'Entered';

/** Where a strategy stands in its search; `order` is the entry order at work, if any. */
export type ScannerState =
  | { readonly _tag: 'Scanning' }
  | { readonly _tag: 'EntryWindow'; readonly since: ExchangeTime }
  | { readonly _tag: 'Entering'; readonly since: ExchangeTime; readonly order: string }
  | { readonly _tag: 'Entered'; readonly since: ExchangeTime };

export const scanning: ScannerState = { _tag: 'Scanning' };

export const entryWindow = ({ at }: { readonly at: ExchangeTime }): ScannerState => ({
  _tag: 'EntryWindow',
  since: at,
});

const entering = ({ at, order }: { readonly at: ExchangeTime; readonly order: string }): ScannerState => ({
  _tag: 'Entering',
  since: at,
  order,
});

const entered = ({ at }: { readonly at: ExchangeTime }): ScannerState => ({
  _tag: 'Entered',
  since: at,
});

/**
 * Looking for an entry: the window opens and closes with the strategy's hours, and a session has at most one
 * entry. An entry order that ends unfilled leads where the strategy says.
 */
export const scannerMachine = (
  afterUnfilled: (event: Extract<ScannerEvent, { readonly _tag: 'EntryEnded' }>) => ScannerState,
): Machine<ScannerState, ScannerEvent> => ({
  Scanning: {
    WindowOpened: move((_, event) => entryWindow(event)),
    EntrySubmitted: refuse('no entry outside the window'),
    EntryFilled: refuse('no entry order was working'),
    EntryEnded: refuse('no entry order was working'),
    WindowClosed: ignore('the window was not open'),
    SessionClosed: ignore('nothing was under way'),
  },
  EntryWindow: {
    WindowOpened: ignore('the window is open'),
    EntrySubmitted: move((_, event) => entering(event)),
    EntryFilled: refuse('no entry order was working'),
    EntryEnded: refuse('no entry order was working'),
    WindowClosed: move(() => scanning),
    SessionClosed: move(() => scanning),
  },
  Entering: {
    WindowOpened: ignore('an entry is working'),
    EntrySubmitted: refuse('an entry is working'),
    EntryFilled: move((_, event) => entered(event)),
    EntryEnded: move((_, event) => afterUnfilled(event)),
    WindowClosed: ignore('the order may work past the window (D§5.10)'),
    SessionClosed: refuse('an entry order outlived its session'),
  },
  Entered: {
    WindowOpened: ignore('this session has its entry'),
    EntrySubmitted: refuse('this session has its entry'),
    EntryFilled: refuse('no entry order was working'),
    EntryEnded: refuse('no entry order was working'),
    WindowClosed: ignore('this session has its entry'),
    SessionClosed: move(() => scanning),
  },
});

/** States and events are tagged records. */
export interface Tagged {
  readonly _tag: string;
}

/**
 * One cell of a machine: move to another state, ignore the event, or refuse it. Ignoring and refusing
 * always say why: an impossible event is never silently swallowed.
 */
export type Cell<From, Event, State> =
  | { readonly _tag: 'Move'; readonly to: (state: From, event: Event) => State }
  | { readonly _tag: 'Ignore'; readonly reason: string }
  | { readonly _tag: 'Refuse'; readonly reason: string };

/** Every state against every event: a missing cell does not compile. */
export type Machine<State extends Tagged, Event extends Tagged> = {
  readonly [S in State['_tag']]: {
    readonly [E in Event['_tag']]: Cell<
      Extract<State, { readonly _tag: S }>,
      Extract<Event, { readonly _tag: E }>,
      State
    >;
  };
};

export type Transition<State> =
  | { readonly _tag: 'Moved'; readonly state: State }
  | { readonly _tag: 'Ignored'; readonly state: State; readonly reason: string }
  | { readonly _tag: 'Refused'; readonly state: State; readonly reason: string };

export const move = <From, Event, State>(
  to: (state: From, event: Event) => State,
): Cell<From, Event, State> => ({ _tag: 'Move', to });

export const ignore = (reason: string): { readonly _tag: 'Ignore'; readonly reason: string } => ({
  _tag: 'Ignore',
  reason,
});

export const refuse = (reason: string): { readonly _tag: 'Refuse'; readonly reason: string } => ({
  _tag: 'Refuse',
  reason,
});

/** Total: every state answers every event. An ignored or refused event leaves the state as it was. */
export const transition = <State extends Tagged, Event extends Tagged>(
  machine: Machine<State, Event>,
  state: State,
  event: Event,
): Transition<State> => {
  const row = machine[state._tag as State['_tag']];
  // The table's type pairs each cell with its own state and event; the pairing is lost in indexing by value.
  const cell = row[event._tag as Event['_tag']] as Cell<State, Event, State>;
  switch (cell._tag) {
    case 'Move':
      return { _tag: 'Moved', state: cell.to(state, event) };
    case 'Ignore':
      return { _tag: 'Ignored', state, reason: cell.reason };
    case 'Refuse':
      return { _tag: 'Refused', state, reason: cell.reason };
  }
};

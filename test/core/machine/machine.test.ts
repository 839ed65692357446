import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ignore, move, refuse, transition, type Machine } from '../../../core/index.js';

type Door =
  { readonly _tag: 'Open' } | { readonly _tag: 'Shut'; readonly times: number } | { readonly _tag: 'Locked' };
type Hand = { readonly _tag: 'Push' } | { readonly _tag: 'Turn'; readonly key: boolean };

const door: Machine<Door, Hand> = {
  Open: { Push: move(() => ({ _tag: 'Shut', times: 1 })), Turn: ignore('the bolt meets nothing') },
  Shut: {
    Push: move((state) => ({ _tag: 'Shut', times: state.times + 1 })),
    Turn: move((state, { key }) => (key ? { _tag: 'Locked' } : state)),
  },
  Locked: { Push: refuse('the door is locked'), Turn: move(() => ({ _tag: 'Shut', times: 0 })) },
};

const state: fc.Arbitrary<Door> = fc.oneof(
  fc.constant<Door>({ _tag: 'Open' }),
  fc.nat().map((times): Door => ({ _tag: 'Shut', times })),
  fc.constant<Door>({ _tag: 'Locked' }),
);
const event: fc.Arbitrary<Hand> = fc.oneof(
  fc.constant<Hand>({ _tag: 'Push' }),
  fc.boolean().map((key): Hand => ({ _tag: 'Turn', key })),
);

describe('a transition', () => {
  it('moves with what the state and the event carry', () => {
    expect(transition(door, { _tag: 'Shut', times: 2 }, { _tag: 'Push' })).toEqual({
      _tag: 'Moved',
      state: { _tag: 'Shut', times: 3 },
    });
    expect(transition(door, { _tag: 'Shut', times: 2 }, { _tag: 'Turn', key: true })).toEqual({
      _tag: 'Moved',
      state: { _tag: 'Locked' },
    });
  });

  it('ignored or refused says why', () => {
    expect(transition(door, { _tag: 'Open' }, { _tag: 'Turn', key: true })).toEqual({
      _tag: 'Ignored',
      state: { _tag: 'Open' },
      reason: 'the bolt meets nothing',
    });
    expect(transition(door, { _tag: 'Locked' }, { _tag: 'Push' })).toEqual({
      _tag: 'Refused',
      state: { _tag: 'Locked' },
      reason: 'the door is locked',
    });
  });

  it('answers every state and event; ignored or refused it hands back the very state it was given', () => {
    fc.assert(
      fc.property(state, event, (from, happened) => {
        const cell = door[from._tag][happened._tag];
        const result = transition(door, from, happened);
        expect(result._tag).toBe({ Move: 'Moved', Ignore: 'Ignored', Refuse: 'Refused' }[cell._tag]);
        if (result._tag !== 'Moved') {
          expect(result.state).toBe(from);
          expect(result.reason).not.toBe('');
        }
        expect(transition(door, from, happened)).toEqual(result);
      }),
      { numRuns: 1_000 },
    );
  });
});

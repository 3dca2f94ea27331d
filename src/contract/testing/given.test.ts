import * as v from 'valibot';
import { expect, test } from 'vitest';
import { refuse, type Attendee, type Method } from '../method.ts';
import { facilitator, given, helper, phone } from './given.ts';
import { text, type Text } from '../typed-text.ts';

type Settings = { title: Text };
type State = { title: Text; hands: string[] };
type Events = { Raised: { person: string } };

/** People raise a hand, and the board counts them. */
const hands: Method<Settings, State, Events> = {
  name: 'hands',
  settings: v.strictObject({ title: text(20) }),
  begin: ({ title }) => ({ title, hands: [] }),
  commands: {
    raise: {
      who: ['participant', 'facilitator'],
      input: v.strictObject({}),
      decide: ({ hands }, _input, { person }) =>
        hands.includes(person ?? '')
          ? refuse('raised-already')
          : [{ type: 'Raised', data: { person: person ?? 'lead' } }],
      undo: () => []
    }
  },
  evolve: { Raised: (draft, { person }) => void draft.hands.push(person) },
  touches: { Raised: () => ['board'] },
  view: ({ title, hands }, channel) => (channel === 'board' ? { title, hands: hands.length } : null),
  hidden: { nothing: 'a hand is raised for all to see' },
  next: () => [],
  again: ({ title }) => ({ title }),
  harvest: () => []
};

const scene = (changes: Partial<typeof hands>) =>
  given({ ...hands, ...changes }, { title: 'Who knows the way?' }, { ana: {} });

test('what is decided happens, refusals and strangers change nothing', () => {
  const room = scene({});
  expect(room.when(phone('ana'), 'raise', {})).toEqual([{ type: 'Raised', data: { person: 'ana' } }]);
  expect(room.when(phone('ana'), 'raise', {})).toEqual({ refused: 'raised-already' });
  expect(room.when(helper, 'raise', {})).toEqual({ refused: 'not-yours-to-do' });
  expect(room.when(phone('ana'), 'raise', { loudly: true })).toEqual({ refused: 'not-understood' });
  expect(room.when(phone('ana'), 'toString', {})).toEqual({ refused: 'no-such-command' });
  expect(room.see('board')).toEqual({ title: { text: 'Who knows the way?' }, hands: 1 });
});

test('only steps of those who lead are taken back', () => {
  const room = scene({}).and(phone('ana'), 'raise', {});
  expect(() => room.undo()).toThrow('no step to take back');
  expect(room.and(facilitator, 'raise', {}).undo().state.hands).toEqual(['ana', 'lead']);
});

test('what the clock did is taken back like a step of those who lead, and found if it is due again at once', () => {
  const due = { at: 0, command: 'raise', input: {} };
  const commands = { raise: { ...hands.commands['raise'], who: ['clock'] } } as typeof hands.commands;
  const clock = { role: 'clock', person: null } as const;
  const once = scene({ commands, wakes: ({ hands }) => (hands.length === 0 ? due : null) });
  expect(once.and(clock, 'raise', {}).undo().wakes()).toBeNull();
  const again = scene({ commands, wakes: () => due }).and(clock, 'raise', {});
  expect(() => again.undo()).toThrow('“raise” of the clock was taken back, and is due again at once');
});

test('a view that changes without being named is found', () => {
  const room = scene({ touches: { Raised: () => ['console'] } });
  expect(() => room.when(phone('ana'), 'raise', {})).toThrow('Raised changed the view “board”');
});

test('a view of all that changes when somebody leaves is found', () => {
  const room = scene({
    view: (_state, _channel, { people }) => ({ here: Object.values(people).filter(({ present }) => present).length })
  });
  expect(() => room.leave('ana')).toThrow('changed the view “all”');
});

test('a decision that changes state is found', () => {
  const room = scene({
    commands: {
      raise: {
        who: ['participant'],
        input: v.strictObject({}),
        decide: (state) => {
          state.hands.push('ana');
          return [];
        }
      }
    }
  });
  expect(() => room.when(phone('ana'), 'raise', {})).toThrow('changed the state it was decided on');
});

test('facts that fold differently the second time are found', () => {
  let times = 0;
  const room = scene({ evolve: { Raised: (draft) => void draft.hands.push(String((times += 1))) } });
  expect(() => room.when(phone('ana'), 'raise', {})).toThrow('gives another state');
});

test('whoever left and arrives again is here, as the same person', () => {
  const room = scene({
    view: (_state, channel, { people }) => (channel === 'console' ? { people: structuredClone(people) } : null)
  });
  const ana = () => (room.see('console') as { people: Record<string, Attendee> }).people['ana'];
  room.arrive('ana', { via: 'walk-in' }).leave('ana');
  expect(ana()).toMatchObject({ present: false });
  room.arrive('ana');
  expect(ana()).toMatchObject({ present: true, via: 'walk-in' });
});

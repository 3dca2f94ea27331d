import * as v from 'valibot';
import { HELPERS, SHOWN, commandOf, personal, refuse, type Actor } from '#methods/method.ts';
import { text, type Text } from '#methods/text.ts';
import { NAME_LONGEST } from './limits.ts';
import type { GatheringState, Person } from './state.ts';

export type PeopleEvents = {
  Joined: { person: string; name: Text | null; via: Person['via']; rehearsed: boolean };
  Renamed: { person: string; name: Text | null };
  Left: { person: string };
  Returned: { person: string };
};

const command = commandOf<GatheringState, PeopleEvents>();
const name = v.nullable(text(NAME_LONGEST));
const someone = v.optional(v.pipe(v.string(), v.maxLength(32)));

export const peopleCommands = {
  /** The door has made the person and says so as the actor; coming twice is coming back. */
  join: command({
    who: ['participant'],
    input: v.strictObject({ name, rehearsed: v.boolean() }),
    decide(state, { name, rehearsed }, by) {
      if (state.phase !== 'open') return refuse(state.phase === 'closed' ? 'gathering-closed' : 'no-such-gathering');
      if (!by.person) return refuse('person-unknown');
      const known = personIn(state, by.person);
      if (known) return known.present ? [] : [{ type: 'Returned', data: { person: by.person } }];
      return [{ type: 'Joined', data: { person: by.person, name, via: 'phone', rehearsed } }];
    }
  }),
  addWalkIn: command({
    who: HELPERS,
    input: v.strictObject({ name }),
    decide(state, { name }, _by, facts) {
      if (state.phase !== 'open') return refuse('gathering-closed');
      return [{ type: 'Joined', data: { person: facts.id(), name, via: 'walk-in', rehearsed: false } }];
    }
  }),
  rename: command({
    who: ['participant', ...HELPERS],
    input: v.strictObject({ name, for: someone }),
    decide: (state, { name, for: other }, by) =>
      about(state, by, other, (person) => [{ type: 'Renamed', data: { person, name } }])
  }),
  leave: command({
    who: ['participant', ...HELPERS],
    input: v.strictObject({ for: someone }),
    decide: (state, { for: other }, by) =>
      about(state, by, other, (person, { present }) => (present ? [{ type: 'Left', data: { person } }] : []))
  }),
  comeBack: command({
    who: ['participant', ...HELPERS],
    input: v.strictObject({ for: someone }),
    decide(state, { for: other }, by) {
      if (state.phase !== 'open') return refuse('gathering-closed');
      return about(state, by, other, (person, { present }) =>
        present ? [] : [{ type: 'Returned', data: { person } }]
      );
    }
  })
};

export const peopleEvolve = {
  Joined(draft: GatheringState, { person, name, via, rehearsed }: PeopleEvents['Joined']) {
    draft.arrived += 1;
    draft.people[person] = { name, via, rehearsed, present: true, order: draft.arrived };
  },
  Renamed(draft: GatheringState, { person, name }: PeopleEvents['Renamed']) {
    const known = draft.people[person];
    if (known) known.name = name;
  },
  Left: presence(false),
  Returned: presence(true)
};

const seenBy = ({ person }: { person: string }) => [...SHOWN, personal(person)];

export const peopleTouches = { Joined: seenBy, Renamed: seenBy, Left: seenBy, Returned: seenBy };

function presence(present: boolean) {
  return (draft: GatheringState, { person }: { person: string }) => {
    const known = draft.people[person];
    if (known) known.present = present;
  };
}

function personIn(state: GatheringState, person: string): Person | null {
  return Object.hasOwn(state.people, person) ? (state.people[person] ?? null) : null;
}

/** A participant speaks for themselves, whatever the message says; helpers say for whom. */
function about<Outcome>(
  state: GatheringState,
  by: Actor,
  other: string | undefined,
  then: (person: string, known: Person) => Outcome
) {
  if (by.role === 'participant' && other !== undefined && other !== by.person) return refuse('not-yours-to-do');
  const person = by.role === 'participant' ? by.person : other;
  const known = person ? personIn(state, person) : null;
  return person && known ? then(person, known) : refuse('person-unknown');
}

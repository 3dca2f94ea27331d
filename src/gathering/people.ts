import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import {
  EVERYWHERE,
  STAFF,
  LEADS,
  BOARD_AND_CONSOLE,
  commandOf,
  isOut,
  personal,
  refuse,
  type Actor,
  type Fact,
  type Refusal
} from '#contract/method.ts';
import { text, type Text } from '#contract/typed-text.ts';
import { NAME_LONGEST, PRESENT_AT_MOST } from './limits.ts';
import { partOf } from '#contract/part.ts';
import type { GatheringEvents, Attendance } from './events.ts';
import { markBegun } from './held-times.ts';
import { publishAnew } from './publish-anew.ts';
import type { GatheringState, Person } from './state.ts';
import { textsIn } from './validate.ts';

const command = commandOf<GatheringState, GatheringEvents>();
const name = v.nullable(text(NAME_LONGEST));
const personId = v.pipe(v.string(), v.maxLength(32));
const someone = v.optional(personId);
/** As many as one message holds. */
const REMOVED_AT_ONCE = 1000;

const readmitted = (before: GatheringState, person: string): Fact<GatheringEvents>[] => {
  const known = personIn(before, person);
  return known ? [{ type: 'Readmitted', data: { person, was: attendanceOf(known) } }] : [];
};

const attendanceOf = ({ present, removed, double }: Person): Attendance => ({
  present,
  ...(removed ? { removed } : {}),
  ...(double === undefined ? {} : { double })
});

const isFull = ({ present }: GatheringState): boolean => present >= PRESENT_AT_MOST;

/** Why a join is refused. `known` is the person of this gathering who joins again; null for a newcomer. */
export function whyNotIn(state: GatheringState, known: Person | null): Refusal | null {
  if (state.phase !== 'open') return refuse(state.phase === 'closed' ? 'gathering-closed' : 'no-such-gathering');
  if (!known && state.locked) return refuse('door-locked');
  return !known?.present && isFull(state) ? refuse('full-house') : null;
}

/** Why a person may do nothing here until a helper lets them in again; null for every other person. */
export function whyOut(state: GatheringState, person: string | null): 'removed' | 'marked-double' | null {
  const known = person === null ? null : personIn(state, person);
  if (!known || !isOut(known)) return null;
  return known.removed ? 'removed' : 'marked-double';
}

const seenBy = ({ person }: { person: string }) => [...BOARD_AND_CONSOLE, personal(person)];

/** What they placed counts no longer, or counts again, on every screen. */
const countedBy = ({ person }: { person: string }) => [...EVERYWHERE, personal(person)];

const returned = setAttendance(() => ({ present: true }));

export const people = partOf<GatheringState, GatheringEvents>()({
  commands: {
    /** The door has made the person and says so as the actor; coming twice is coming back. */
    join: command({
      who: ['participant'],
      input: v.strictObject({ name, rehearsed: v.boolean() }),
      decide(state, { name, rehearsed }, by) {
        if (!by.person) return refuse('person-unknown');
        const known = personIn(state, by.person);
        const no = whyNotIn(state, known);
        if (no) return no;
        if (known) return known.present ? [] : [{ type: 'Returned', data: { person: by.person } }];
        return [{ type: 'Joined', data: { person: by.person, name, via: 'phone', rehearsed } }];
      }
    }),
    addWalkIn: command({
      who: STAFF,
      input: v.strictObject({ name }),
      decide(state, { name }, _by, facts) {
        if (state.phase !== 'open') return refuse('gathering-closed');
        if (isFull(state)) return refuse('full-house');
        return [{ type: 'Joined', data: { person: facts.id(), name, via: 'walk-in', rehearsed: false } }];
      }
    }),
    rename: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ name, for: someone }),
      decide: (state, { name, for: other }, by) =>
        about(state, by, other, (person) => [{ type: 'Renamed', data: { person, name } }])
    }),
    leave: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ for: someone }),
      decide: (state, { for: other }, by) =>
        about(state, by, other, (person, { present }) => (present ? [{ type: 'Left', data: { person } }] : []))
    }),
    comeBack: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ for: someone }),
      decide(state, { for: other }, by) {
        if (state.phase !== 'open') return refuse('gathering-closed');
        return about(state, by, other, (person, { present }) =>
          present ? [] : isFull(state) ? refuse('full-house') : [{ type: 'Returned', data: { person } }]
        );
      }
    }),
    /**
     * For good: nothing brings the words back, and the person does nothing more here. Whoever was erased and wants to
     * take part again joins as somebody new, whose words can be erased, too.
     */
    erase: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ for: someone }),
      decide(state, { for: other }, by) {
        const person = whoever(state, by, other);
        if (typeof person !== 'string') return person;
        return isErased(state, person) ? [] : [{ type: 'Erased', data: { person } }];
      }
    }),
    /** No newcomer may join. A person who was here may come back, and helpers add people. */
    lockDoor: command({
      who: LEADS,
      input: v.strictObject({ locked: v.boolean() }),
      decide(state, { locked }) {
        if (state.phase !== 'open') return refuse('gathering-closed');
        return state.locked === locked ? [] : [{ type: 'DoorLocked', data: { locked } }];
      },
      undo: ({ locked }) => [{ type: 'DoorLocked', data: { locked } }]
    }),
    remove: command({
      who: LEADS,
      input: v.strictObject({ people: v.pipe(v.array(personId), v.minLength(1), v.maxLength(REMOVED_AT_ONCE)) }),
      decide(state, { people }) {
        if (people.some((person) => !personIn(state, person))) return refuse('person-unknown');
        const there = [...new Set(people)].filter((person) => !personIn(state, person)?.removed);
        return there.map((person) => ({ type: 'Removed', data: { person } }));
      },
      undo: (before, _input, done) =>
        done.flatMap(({ data }) => ('person' in data ? readmitted(before, data.person) : []))
    }),
    markDouble: command({
      who: LEADS,
      input: v.strictObject({ person: personId, of: personId }),
      decide(state, { person, of }) {
        const [second, first] = [personIn(state, person), personIn(state, of)];
        if (!second || !first) return refuse('person-unknown');
        // Of two that are doubles of each other nobody would count.
        if (person === of || isOut(first)) return refuse('no-double-of-them');
        return second.double === of ? [] : [{ type: 'MarkedDouble', data: { person, of } }];
      },
      undo: (before, { person }) => readmitted(before, person)
    })
  },
  evolve: {
    Joined(draft, { person, name, via, rehearsed }, at) {
      draft.arrived += 1;
      draft.present += 1;
      draft.people[person] = { name, via, rehearsed, present: true, order: draft.arrived };
      markBegun(draft, at);
    },
    Renamed(draft, { person, name }) {
      rename(draft, person, name);
    },
    Left: setAttendance(() => ({ present: false })),
    Returned(draft, data, at) {
      returned(draft, data);
      markBegun(draft, at);
    },
    Removed: setAttendance<GatheringEvents['Removed']>(() => ({ present: false, removed: true })),
    MarkedDouble: setAttendance(({ of }: GatheringEvents['MarkedDouble']) => ({ present: false, double: of })),
    Readmitted: setAttendance(({ was }: GatheringEvents['Readmitted']) => was),
    Erased(draft, { person }, at) {
      const known = draft.people[person];
      if (!known) return;
      draft.present -= Number(known.present);
      known.present = false;
      rename(draft, person, null);
      draft.erased.push({ person, at });
      publishAnew(draft, at);
    },
    DoorLocked(draft, { locked }) {
      draft.locked = locked;
    }
  },
  touches: {
    Joined: seenBy,
    Renamed: seenBy,
    Left: seenBy,
    Returned: countedBy,
    Removed: countedBy,
    MarkedDouble: countedBy,
    Readmitted: countedBy,
    Erased: countedBy,
    DoorLocked: () => BOARD_AND_CONSOLE
  }
});

export const isErased = ({ erased }: GatheringState, person: string): boolean =>
  erased.some((one) => one.person === person);

/** Every name that these people have or had: an edition holds the one of its day. */
export const namesOf = ({ people, formerNames }: GatheringState, persons: readonly string[]): Set<string> =>
  textsIn(persons.map((person) => [getOwn(people, person)?.name, getOwn(formerNames, person)]));

function rename(draft: GatheringState, person: string, name: Text | null): void {
  const known = draft.people[person];
  if (!known) return;
  if (known.name) (draft.formerNames[person] ??= []).push(known.name);
  known.name = name;
}

/** Replaces all three fields, so that a person who is readmitted is neither removed nor a double any more. */
function setAttendance<Data extends { person: string }>(attendanceAfter: (data: Data) => Attendance) {
  return (draft: GatheringState, data: Data) => {
    const known = draft.people[data.person];
    if (!known) return;
    const next = attendanceAfter(data);
    draft.present += Number(next.present) - Number(known.present);
    if (isOut(next)) draft.shownOut += 1;
    known.present = next.present;
    delete known.removed;
    delete known.double;
    if (next.removed) known.removed = true;
    if (next.double !== undefined) known.double = next.double;
  };
}

function personIn(state: GatheringState, person: string): Person | null {
  return Object.hasOwn(state.people, person) ? (state.people[person] ?? null) : null;
}

/** A participant speaks for themselves, whatever the message says; helpers say for whom. */
function whoever(state: GatheringState, by: Actor, other: string | undefined): string | Refusal {
  if (by.role === 'participant' && other !== undefined && other !== by.person) return refuse('not-yours-to-do');
  const person = by.role === 'participant' ? by.person : other;
  return person && personIn(state, person) ? person : refuse('person-unknown');
}

/** Of a person who was erased nobody says anything more. */
function about<Outcome>(
  state: GatheringState,
  by: Actor,
  other: string | undefined,
  then: (person: string, known: Person) => Outcome
) {
  const person = whoever(state, by, other);
  if (typeof person !== 'string') return person;
  const known = isErased(state, person) ? null : personIn(state, person);
  return known ? then(person, known) : refuse('person-unknown');
}

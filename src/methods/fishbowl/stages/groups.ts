import { isHere } from '#kit/rules/people.ts';
import { endIn } from '#kit/rules/stages/soft-end.ts';
import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, personal, type Fact, type Facts, type Roster } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { Events } from '../events.ts';
import { refuse } from '../refuse.ts';
import { chairsInRoom, currentTurns } from '../sitting/current-seats.ts';
import { beginTurn } from '../sitting/sit-and-leave.ts';
import { getOwn } from '#contract/get-own.ts';
import { type State } from '../state.ts';

const command = commandOf<State, Events>();

/**
 * What the sender saw: the number of groups, or the group that talks. It prevents two consoles from taking the same
 * step twice.
 */
const seenCount = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));

export const groups = partOf<State, Events>()({
  commands: {
    makeGroups: command({
      who: LEADS,
      /** `people`: makes one more group of these people. Without it, everybody present is divided again. */
      input: v.strictObject({ people: v.optional(v.pipe(v.array(v.string()), v.minLength(1))), from: seenCount }),
      decide(state, { people, from = state.groups.length }, _by, _facts, roster) {
        if (state.form !== 'closed') return refuse('not-in-this-form');
        if (state.groups.length !== from) return refuse('already-moved-on');
        const seats = chairsInRoom(state.chairs).length;
        if (people === undefined) {
          const groups = divideIntoGroups(roster, seats);
          return groups.length > 0 ? [groupsMade(state, groups, 0)] : refuse('nobody-to-group');
        }
        if (people.length > seats) return refuse('group-too-large', { most: seats });
        if (!people.every((person) => isHere(roster, person))) return refuse('person-unknown');
        const others = state.groups.map((group) => group.filter((person) => !people.includes(person)));
        return [groupsMade(state, [...others, [...new Set(people)]], state.group)];
      },
      undo: true
    }),
    nextGroup: command({
      who: LEADS,
      input: v.strictObject({ from: seenCount }),
      decide(state, { from = state.group }, _by, facts, roster) {
        if (state.form !== 'closed') return refuse('not-in-this-form');
        if (state.group !== from) return refuse('already-moved-on');
        if (state.stage !== 'bowl') return refuse('not-open-yet');
        if (state.groups.length === 0) return refuse('no-groups-yet');
        if (!hasNextGroup(state)) return refuse('no-more-groups');
        const endsAt = endIn(state.minutes, facts.at) ?? state.endsAt;
        return [...seatNextGroup(state, facts, roster), { type: 'EndSet', data: { endsAt } }];
      },
      undo: true
    })
  },
  evolve: {
    GroupsMade(draft, { groups, group }) {
      Object.assign(draft, { groups, group });
    },
    GroupSet(draft, { group }) {
      draft.group = group;
    }
  },
  touches: {
    GroupsMade: ({ concerned }) => [...EVERYWHERE, ...concerned.map(personal)],
    GroupSet: () => EVERYWHERE
  },
  takeBack: {
    GroupsMade: ({ groups, group }, { concerned }) => [{ type: 'GroupsMade', data: { groups, group, concerned } }],
    GroupSet: ({ group }) => [{ type: 'GroupSet', data: { group } }]
  }
});

export const hasNextGroup = ({ group, groups }: State): boolean => group < groups.length;

/** The whole ring changes: all sitters get up, and the people of the next group who are here sit down. */
export function seatNextGroup(state: State, facts: Facts, roster: Roster): Fact<Events>[] {
  const group = state.groups[state.group]?.filter((person) => isHere(roster, person)) ?? [];
  const chairs = chairsInRoom(state.chairs);
  return [
    ...currentTurns(state).map(({ id, turn }): Fact<Events> => ({
      type: 'TurnEnded',
      data: { turn: id, sitter: turn.sitter }
    })),
    { type: 'GroupSet', data: { group: state.group + 1 } },
    ...group.slice(0, chairs.length).flatMap((person, index): Fact<Events>[] => {
      const chair = chairs[index]?.[0];
      const request = getOwn(state.asked, person);
      if (chair === undefined) return [];
      const asked: Fact<Events>[] =
        request === undefined ? [] : [{ type: 'RequestEnded', data: { request, person, how: 'seated' } }];
      return [...asked, beginTurn(state, chair, person, facts, roster)];
    })
  ];
}

export const groupOf = ({ groups }: State, person: string): number | null => {
  const found = groups.findIndex((group) => group.includes(person));
  return found < 0 ? null : found + 1;
};

/** As few groups as the chairs allow, of nearly the same size. Ids are random, so sorting by id mixes people. */
function divideIntoGroups({ people }: Roster, seats: number): string[][] {
  const here = Object.keys(people)
    .filter((person) => people[person]?.present)
    .sort();
  const count = Math.ceil(here.length / seats);
  return Array.from({ length: count }, (_, group) => here.filter((_person, index) => index % count === group));
}

/** Also people of the old groups: they may be in no group now. */
const groupsMade = (state: State, groups: string[][], group: number): Fact<Events> => ({
  type: 'GroupsMade',
  data: { groups, group, concerned: [...new Set([...state.groups, ...groups].flat())] }
});

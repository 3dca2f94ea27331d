import * as v from 'valibot';
import { commandOf, LEADS, type Decision, type Fact, type Roster } from '#contract/method.ts';
import type { Events, Own, Groups } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { id } from '#kit/rules/fields.ts';
import { requestReplan, stale } from './planning.ts';
import { refuse } from '../refuse.ts';
import { SEATS_MOST, TABLES_MOST } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { isOpen, isShown, type Wishes, type State } from '../state.ts';

const command = commandOf<State, Events>();
const people = v.strictObject({ people: v.pipe(v.array(id), v.minLength(2), v.maxLength(SEATS_MOST)) });

const GROUPS = ['together', 'apart'] as const;

export const noWishes = (): Wishes => ({ pins: {}, together: {}, apart: {}, tags: {}, languages: {} });

const consoleOnly = () => ['console'];
export const wishes = partOf<State, Events>()({
  commands: {
    pin: command({
      who: LEADS,
      input: v.strictObject({ person: id, table: v.nullable(id) }),
      decide(state, { person, table }, _by, _facts, roster): Decision<Events> {
        if (!getOwn(roster.people, person)) return refuse('person-unknown');
        if (table !== null && !isOpen(getOwn(state.tables, table))) return refuse('table-unknown');
        if ((getOwn(state.wishes.pins, person) ?? null) === table) return [];
        // Once people have their tables, a pin changes the rounds to come only.
        return [wished('pins', person, table), ...(isShown(state) ? requestReplan(state, roster) : [])];
      },
      undo: true
    }),
    tag: command({
      who: LEADS,
      input: v.strictObject({
        person: id,
        tag: v.nullable(v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N} .&-]{0,19}$/u)))
      }),
      decide: (state, { person, tag }, _by, _facts, roster): Decision<Events> =>
        getOwn(roster.people, person) ? [wished('tags', person, tag)] : refuse('person-unknown'),
      undo: true
    }),
    speak: command({
      who: LEADS,
      input: v.strictObject({
        person: id,
        language: v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[0-9A-Za-z]{2,8})*$/)))
      }),
      decide: (state, { person, language }, _by, _facts, roster): Decision<Events> =>
        getOwn(roster.people, person) ? [wished('languages', person, language)] : refuse('person-unknown'),
      undo: true
    }),
    keepTogether: command({
      who: LEADS,
      input: people,
      decide: (state, { people }, _by, facts, roster): Decision<Events> =>
        grouped(state, 'together', people, roster, facts.id()),
      undo: true
    }),
    keepApart: command({
      who: LEADS,
      input: people,
      decide: (state, { people }, _by, facts, roster): Decision<Events> =>
        grouped(state, 'apart', people, roster, facts.id()),
      undo: true
    }),
    dropWish: command({
      who: LEADS,
      input: v.strictObject({ wish: id }),
      decide({ wishes }, { wish }): Decision<Events> {
        const of = GROUPS.find((of) => Object.hasOwn(wishes[of], wish));
        return of ? [{ type: 'GroupWished', data: { of, wish, people: null } }] : refuse('wish-unknown');
      },
      undo: true
    })
  },
  evolve: {
    PersonWished(draft, { of, person, wish }) {
      if (wish === null) delete draft.wishes[of][person];
      else draft.wishes[of][person] = wish;
      stale(draft);
    },
    GroupWished(draft, { of, wish, people }) {
      if (people === null) delete draft.wishes[of][wish];
      else draft.wishes[of][wish] = people;
      stale(draft);
    }
  },
  touches: {
    PersonWished: consoleOnly,
    GroupWished: consoleOnly
  },
  takeBack: {
    PersonWished: ({ wishes }, { of, person }) => [wished(of, person, getOwn(wishes[of], person) ?? null)],
    GroupWished: ({ wishes }, { of, wish }) => [
      { type: 'GroupWished', data: { of, wish, people: getOwn(wishes[of], wish) ?? null } }
    ]
  }
});

const wished = (of: Own, person: string, wish: string | null): Fact<Events> => ({
  type: 'PersonWished',
  data: { of, person, wish }
});

function grouped(
  { wishes }: State,
  of: Groups,
  asked: readonly string[],
  roster: Roster,
  wish: string
): Decision<Events> {
  const people = [...new Set(asked)];
  if (people.length < 2) return refuse('two-people-at-least');
  if (people.some((person) => !getOwn(roster.people, person))) return refuse('person-unknown');
  if (Object.keys(wishes[of]).length >= TABLES_MOST) return refuse('too-many-wishes');
  return [{ type: 'GroupWished', data: { of, wish, people } }];
}

import { isHere } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, LEADS, type Decision, type Fact, type Facts, type Roster } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { isOn, toEverybody } from '../audiences.ts';
import { fit, fitted } from './fit-to-chairs.ts';
import { refuse } from '../refuse.ts';
import type { Plan } from '#rotation/problem.ts';
import { inOrder, isOpen, isShown, later, newRound, newTable, type State } from '../state.ts';
import { answerSchema } from './plan-schema.ts';
import { foundSwap, lookAgain } from '../seating/repair-plan.ts';

const command = commandOf<State, Events>();

/**
 * How many plans had been asked for when the sender looked: two consoles that press at once make one. Left out, it is
 * so now.
 */
const seenAskings = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));

const consoleOnly = () => ['console'];

export const planning = partOf<State, Events>()({
  commands: {
    plan: command({
      who: LEADS,
      input: v.strictObject({ after: seenAskings }),
      decide(state, { after = state.engineRequests }, _by, facts, roster) {
        if (state.planRequest && !state.planRequest.atOnce) return [];
        if (state.engineRequests !== after) return refuse('already-moved-on');
        if (!isAskedSomething(state)) return refuse('no-question-yet');
        if (isShown(state))
          return isOn(state) && later(state).length > 0 ? requestPlan(state, roster, false) : refuse('no-round-left');
        const people = presentIn(roster);
        if (people.length < 2) return refuse('too-few-people');
        const laid =
          Object.keys(state.tables).length === 0 || state.laid ? tablesFor(people.length, state, facts) : null;
        const chairs = laid ? people.length : chairsIn(state);
        if (chairs < people.length) return refuse('too-few-chairs', { chairs, people: people.length });
        return [
          ...(laid ? [{ type: 'TablesLaid' as const, data: { tables: laid } }] : []),
          { type: 'PlanAsked', data: { people, gone: [], again: false, atOnce: false } }
        ];
      },
      undo: ({ draft }) => [{ type: 'DraftPutBack', data: { draft } }]
    }),
    planned: command({
      who: ['worker'],
      input: v.strictObject({ asking: v.string(), answer: answerSchema }),
      decide(state, { asking, answer }): Decision<Events> {
        if ('swap' in answer) return foundSwap(state, asking, answer.swap);
        if (state.planRequest === null || String(state.planRequest.n) !== asking) return [];
        const made: Fact<Events> = {
          type: 'PlanMade',
          data: { asking, plan: fitted(state, answer) }
        };
        return state.planRequest.atOnce ? [made, { type: 'PlanChanged', data: {} }] : [made];
      }
    }),
    dropPlan: command({
      who: LEADS,
      input: v.strictObject({ after: seenAskings }),
      decide(state, { after = state.engineRequests }) {
        if (state.engineRequests !== after) return refuse('already-moved-on');
        return state.draft || state.planRequest ? [{ type: 'DraftDropped', data: {} }] : [];
      },
      undo: ({ draft }) => [{ type: 'DraftPutBack', data: { draft } }]
    }),
    seat: command({
      who: LEADS,
      input: v.strictObject({ after: seenAskings }),
      decide(state, { after }): Decision<Events> {
        if (after !== undefined && (state.engineRequests !== after || !state.draft)) return refuse('already-moved-on');
        if (!state.draft) return refuse('no-plan-yet');
        return [{ type: isShown(state) ? 'PlanChanged' : 'Seated', data: {} }];
      },
      undo(before) {
        if (!isShown(before)) return [{ type: 'Unseated', data: {} }];
        const { plan, draft, letters, taken } = before;
        return [
          { type: 'PlanPutBack', data: { plan, draft, rounds: Object.fromEntries(later(before)), letters, taken } }
        ];
      }
    })
  },
  evolve: {
    TablesLaid(draft, { tables }) {
      if (draft.round > 0) return;
      for (const id of Object.keys(draft.tables)) if (!Object.hasOwn(tables, id)) delete draft.tables[id];
      for (const [id, number] of Object.entries(tables)) draft.tables[id] ??= newTable(number, draft.seats);
      draft.laid = true;
    },
    PlanAsked(draft, request) {
      draft.engineRequests += 1;
      draft.planRequest = { n: draft.engineRequests, chosen: { ...draft.chosen }, ...request };
    },
    PlanMade(draft, { plan }) {
      draft.planRequest = null;
      draft.draft = plan;
    },
    DraftDropped(draft) {
      draft.draft = null;
      draft.planRequest = null;
    },
    DraftPutBack(draft, data) {
      draft.draft = data.draft;
      draft.planRequest = null;
    },
    Seated(draft, _data, at) {
      if (!draft.draft || draft.round > 0) return;
      draft.stage = 'finding';
      draft.round = 1;
      follow(draft, draft.draft, 1);
      if (draft.rounds[1]) draft.rounds[1].shownAt = at;
    },
    Unseated(draft) {
      if (draft.round !== 1) return;
      draft.stage = 'ready';
      draft.round = 0;
      draft.draft = draft.plan;
      draft.plan = null;
      draft.planRequest = null;
    },
    PlanChanged(draft) {
      if (draft.draft && draft.round > 0) follow(draft, draft.draft, draft.round + 1);
    },
    PlanPutBack(draft, { plan, rounds, letters, taken, ...former }) {
      Object.assign(draft, { plan, draft: former.draft, letters, taken });
      for (const [number, round] of Object.entries(rounds)) {
        if (Number(number) <= draft.round) continue;
        fit(draft, round);
        draft.rounds[Number(number)] = round;
      }
    }
  },
  touches: {
    TablesLaid: toEverybody,
    PlanAsked: consoleOnly,
    PlanMade: consoleOnly,
    DraftDropped: consoleOnly,
    DraftPutBack: consoleOnly,
    Seated: toEverybody,
    Unseated: toEverybody,
    PlanChanged: toEverybody,
    PlanPutBack: toEverybody
  }
});

/** The same question in other circumstances is another question. */
export function stale(draft: State): void {
  if (draft.planRequest) {
    draft.engineRequests += 1;
    draft.planRequest.n = draft.engineRequests;
  }
  if (draft.repair) lookAgain(draft, draft.repair);
}

/** Plans the rounds to come once more, because a person has no seat in one, or a seat at a table that is gone. */
export const requestReplan = (state: State, roster: Roster): Fact<Events>[] =>
  isOn(state) && later(state).length > 0 ? requestPlan(state, roster, true) : [];

/** `newcomers`: people whom the same decision gives a table. */
export function requestPlan(
  state: State,
  roster: Roster,
  atOnce: boolean,
  newcomers: readonly string[] = []
): Fact<Events>[] {
  const known = new Set([...newcomers, ...Object.values(state.rounds).flatMap(({ at }) => Object.keys(at))]);
  const people = Object.keys(roster.people).filter((person) => known.has(person));
  const gone = people.filter((person) => !isHere(roster, person));
  return [{ type: 'PlanAsked', data: { people, gone, again: true, atOnce } }];
}

function follow(draft: State, plan: Plan, from: number): void {
  plan.rounds.forEach((at, index) => {
    if (index + 1 < from) return;
    const round = newRound(at, plan.hosts[index]);
    fit(draft, round);
    draft.rounds[index + 1] = round;
  });
  for (const number of Object.keys(draft.rounds).map(Number))
    if (number > plan.rounds.length && number >= from) delete draft.rounds[number];
  draft.letters = Object.fromEntries(Object.entries(plan.seats).map(([person, { letter }]) => [person, letter]));
  draft.taken = {};
  draft.plan = plan;
  draft.draft = null;
  stale(draft);
}

/** Each table has something to talk about: the question above all, or its own topic. */
const isAskedSomething = (state: State): boolean =>
  state.questions.length > 0 ||
  (state.layout === 'topics' &&
    inOrder(state).length > 0 &&
    inOrder(state).every(([, table]) => !isOpen(table) || table.topic !== null));

const presentIn = (roster: Roster): string[] => Object.keys(roster.people).filter((person) => isHere(roster, person));

const chairsIn = (state: State): number =>
  inOrder(state).reduce((sum, [, table]) => sum + (isOpen(table) ? table.seats : 0), 0);

/** Those that were laid before stay, as far as they are needed. */
function tablesFor(people: number, state: State, facts: Facts): Record<string, number> {
  const laid = inOrder(state).map(([id]) => id);
  const count = Math.ceil(people / state.seats);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [laid[index] ?? facts.id(), index + 1]));
}

import * as v from 'valibot';
import { commandOf, STAFF, personal, type Decision } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { getOwn } from '#contract/get-own.ts';
import { presentPersonFor } from '#kit/rules/people.ts';
import { forSomebody, id } from '#kit/rules/fields.ts';
import { refuse } from '../refuse.ts';
import { isOpen, isShown, roundsOf, type State } from '../state.ts';

const command = commandOf<State, Events>();

export const choosing = partOf<State, Events>()({
  commands: {
    chooseTopic: command({
      who: ['participant', ...STAFF],
      /** One at a time: of two quick presses the second knows nothing of the first. */
      input: v.strictObject({ table: id, on: v.boolean(), for: forSomebody }),
      decide(state, { table, on, for: other }, by, _facts, roster): Decision<Events> {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        if (state.layout !== 'topics') return refuse('no-topics-here');
        if (isShown(state)) return refuse('people-have-their-tables');
        if (!hasTopic(state, table)) return refuse('table-unknown');
        const chosen = chosenBy(state, person);
        if (chosen.includes(table) === on) return [];
        if (on && chosen.length >= roundsOf(state)) return refuse('too-many-topics', { most: roundsOf(state) });
        const tables = on ? [...chosen, table] : chosen.filter((one) => one !== table);
        return [{ type: 'TopicsChosen', data: { person, tables } }];
      },
      undo: true
    })
  },
  evolve: {
    TopicsChosen(draft, { person, tables }) {
      if (tables.length === 0) delete draft.chosen[person];
      else draft.chosen[person] = tables;
    }
  },
  touches: {
    TopicsChosen: ({ person }) => ['console', personal(person)]
  },
  takeBack: {
    TopicsChosen: ({ chosen }, { person }) => [
      { type: 'TopicsChosen', data: { person, tables: getOwn(chosen, person) ?? [] } }
    ]
  }
});

/** The tables that this person chose and that still have a topic. */
export const chosenBy = (state: State, person: string, chosen = state.chosen): string[] =>
  (getOwn(chosen, person) ?? []).filter((table) => hasTopic(state, table));

function hasTopic(state: State, table: string): boolean {
  const found = getOwn(state.tables, table);
  return isOpen(found) && found.topic !== null;
}

import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, personal, STAFF, type Roster } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { findCard } from '#kit/rules/cards/deck.ts';
import { forSomebody, id } from '#kit/rules/fields.ts';
import { withoutRemovedPeople, presentPersonFor } from '#kit/rules/people.ts';
import type { Events } from './events.ts';
import { refuse } from './refuse.ts';
import type { State } from './state.ts';

const command = commandOf<State, Events>();

/** The room says on its phones where a card belongs. Only those who help move cards. */
export const proposals = partOf<State, Events>()({
  commands: {
    proposeGroup: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ card: id, group: v.nullable(id), for: forSomebody }),
      decide(state, { card, group, for: other }, by, _facts, roster) {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        if (!takesProposals(state)) return refuse('no-proposals-now');
        if (!findCard(state, card)) return refuse('card-unknown');
        if (group !== null && !getOwn(state.deck.groups, group)) return refuse('group-unknown');
        const before = getOwn(getOwn(state.proposals, person) ?? {}, card) ?? null;
        return before === group ? [] : [{ type: 'GroupProposed', data: { person, card, group } }];
      }
    })
  },
  evolve: {
    GroupProposed(draft, { person, card, group }) {
      const own = (draft.proposals[person] ??= {});
      if (group === null) delete own[card];
      else own[card] = group;
    }
  },
  touches: { GroupProposed: ({ person }) => ['console', personal(person)] }
});

export const takesProposals = ({ stage, roomGroups }: State): boolean => stage === 'grouping' && roomGroups;

/** By card, how many people say that it belongs in which group; cards that are there already are left out. */
export function countProposals(state: State, roster: Roster): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const proposed of Object.values(withoutRemovedPeople(roster, state.proposals)))
    for (const [card, group] of Object.entries(proposed)) {
      const found = findCard(state, card);
      if (!found || found.group === group || !getOwn(state.deck.groups, group)) continue;
      const groups = (counts[card] ??= {});
      groups[group] = (groups[group] ?? 0) + 1;
    }
  return counts;
}

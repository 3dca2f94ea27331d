import { presentPersonFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, LEADS, personal, type Fact } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { refuse } from '../refuse.ts';
import type { Events } from '../events.ts';
import { showsPeople } from '../anonymity/exposure.ts';
import { added, removed } from '../continuum/statement-list.ts';
import { POLE_LONGEST, STATEMENT_LONGEST } from '../limits.ts';
import type { StatementSettings } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { inOrder, type Proposed, type OwnProposal, type ProposedStatement, type State } from '../state.ts';

/** `person`: the author; null at L0 and L1. */
export type Proposal = Proposed & { order: number; person: string | null };

/** Facilitators do not read more than these before the room has gone on. */
const WAITING_EACH = 3;
const WAITING_MOST = 200;

const command = commandOf<State, Events>();
const onProposal = v.strictObject({ proposal: v.string() });

const seenBy = ({ person }: { person: string }) => ['console', personal(person)];

export const proposals = partOf<State, Events>()({
  commands: {
    setProposals: command({
      who: LEADS,
      input: v.strictObject({ on: v.boolean() }),
      decide: (state, { on }) =>
        state.proposing === on ? refuse('already-so') : [{ type: 'ProposalsSet', data: { on } }],
      undo: ({ proposing }) => [{ type: 'ProposalsSet', data: { on: proposing } }]
    }),
    propose: command({
      who: ['participant'],
      input: v.strictObject({ text: text(STATEMENT_LONGEST), poleA: text(POLE_LONGEST), poleB: text(POLE_LONGEST) }),
      decide(state, proposed, by, facts, roster) {
        if (!state.proposing) return refuse('no-proposals-now');
        const person = presentPersonFor(undefined, by, roster);
        if (typeof person !== 'string') return person;
        const waiting = Object.values(state.proposals).filter((one) => one.state === 'waiting');
        if (waiting.filter((one) => one.person === person).length >= WAITING_EACH)
          return refuse('too-many-waiting', { most: WAITING_EACH });
        if (waiting.length >= WAITING_MOST) return refuse('too-many-waiting', { most: WAITING_MOST });
        return [{ type: 'Proposed', data: { proposal: facts.id(), person, ...proposed } }];
      }
    }),
    acceptProposal: command({
      who: LEADS,
      /** The proposal becomes a statement: a continuum, hidden until the reveal. `after`: the statement it follows. */
      input: v.strictObject({ proposal: v.string(), after: v.optional(v.string()) }),
      decide(state, { proposal, after }, _by, facts) {
        const waiting = waitingOne(state, proposal);
        if ('refused' in waiting) return waiting;
        const order = getOwn(state.statements, after ?? null)?.order ?? inOrder(state).length;
        const statement = added(state, settingsFrom(waiting), order, facts);
        if ('refused' in statement) return statement;
        return [...statement, answer(proposal, waiting, 'accepted')];
      },
      undo: (before, { proposal }, done) => [...removed(before, {}, done), ...asItWas(before, proposal)]
    }),
    declineProposal: command({
      who: LEADS,
      input: onProposal,
      decide(state, { proposal }) {
        const waiting = waitingOne(state, proposal);
        return 'refused' in waiting ? waiting : [answer(proposal, waiting, 'declined')];
      },
      undo: (before, { proposal }) => asItWas(before, proposal)
    })
  },
  evolve: {
    ProposalsSet(draft, { on }) {
      draft.proposing = on;
    },
    Proposed(draft, { proposal, ...proposed }) {
      draft.proposed += 1;
      draft.proposals[proposal] = { ...proposed, order: draft.proposed, state: 'waiting' };
    },
    ProposalAnswered(draft, { proposal, state }) {
      const answered = getOwn(draft.proposals, proposal);
      if (answered) answered.state = state;
    }
  },
  touches: {
    ProposalsSet: () => ['console', 'all'],
    Proposed: seenBy,
    ProposalAnswered: seenBy
  }
});

export const waitingProposals = (state: State): Record<string, Proposal> =>
  Object.fromEntries(
    Object.entries(state.proposals)
      .filter(([, proposal]) => proposal.state === 'waiting')
      .map(([id, { order, person, ...proposal }]) => [
        id,
        { ...words(proposal), order, person: showsPeople(state) ? person : null }
      ])
  );

export const proposalsBy = (state: State, person: string): Record<string, OwnProposal> =>
  Object.fromEntries(
    Object.entries(state.proposals)
      .filter(([, proposal]) => proposal.person === person)
      .map(([id, proposal]) => [id, { ...words(proposal), state: proposal.state }])
  );

const words = ({ text, poleA, poleB }: Proposed): Proposed => ({ text, poleA, poleB });

const settingsFrom = (proposal: Proposed): StatementSettings => ({
  ...words(proposal),
  middle: null,
  kind: 'continuum',
  way: 'blind',
  warmUp: false
});

function waitingOne(state: State, id: string) {
  const proposal = getOwn(state.proposals, id);
  if (!proposal) return refuse('proposal-unknown');
  return proposal.state === 'waiting' ? proposal : refuse('proposal-answered');
}

const answer = (proposal: string, { person }: ProposedStatement, state: OwnProposal['state']): Fact<Events> => ({
  type: 'ProposalAnswered',
  data: { proposal, person, state }
});

function asItWas(before: State, proposal: string): Fact<Events>[] {
  const former = getOwn(before.proposals, proposal);
  return former ? [answer(proposal, former, former.state)] : [];
}

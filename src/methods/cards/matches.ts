import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, personal, STAFF, type Meeting, type Other } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { text, type Text } from '#contract/typed-text.ts';
import { findCard, stateOf } from '#kit/rules/cards/deck.ts';
import { forSomebody, id } from '#kit/rules/fields.ts';
import { presentPersonFor } from '#kit/rules/people.ts';
import type { Events } from './events.ts';
import { CONTACT_LONGEST } from './limits.ts';
import type { Match, MatchAnswer } from './match.ts';
import { refuse } from './refuse.ts';
import type { State } from './state.ts';

/** What the two sides of a match are, as questions: offers are asked for first. */
const [OFFERS, NEEDS] = [0, 1];

const command = commandOf<State, Events>();

/** An offer and a need that may fit: both authors are asked, and only two who say yes learn of each other. */
export const matches = partOf<State, Events>()({
  commands: {
    /** Two cards of one author are taken like others: a refusal would tell that one person wrote both. */
    suggestMatch: command({
      who: STAFF,
      input: v.strictObject({ offer: id, need: id }),
      decide(state, { offer, need }) {
        if (!state.matching) return refuse('no-matches-here');
        if (state.stage === 'ready' || state.stage === 'writing') return refuse('not-at-this-stage');
        const [one, other] = [readCard(state, offer, OFFERS), readCard(state, need, NEEDS)];
        if (!one || !other) return refuse('not-an-offer-and-a-need');
        const match = `${offer}-${need}`;
        if (getOwn(state.matches, match)) return [];
        const people: Match['people'] = [one.author, other.author];
        return [{ type: 'MatchSuggested', data: { match, cards: [offer, need], people } }];
      },
      undo: true
    }),
    answerMatch: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({
        match: v.string(),
        yes: v.boolean(),
        contact: v.optional(v.nullable(text(CONTACT_LONGEST)), null),
        for: forSomebody
      }),
      decide(state, { match, yes, contact, for: other }, by, _facts, roster) {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        const found = getOwn(state.matches, match);
        const side = found ? sideOf(found, person) : -1;
        if (!found || side < 0) return refuse('match-unknown');
        const name = getOwn(roster.people, person)?.name ?? null;
        const answer = yes ? { yes, name, contact } : { yes, name: null, contact: null };
        return [{ type: 'MatchAnswered', data: { match, side, answer, people: found.people } }];
      }
    })
  },
  evolve: {
    MatchSuggested(draft, { match, cards, people }) {
      draft.matches[match] = { cards, people, answers: [null, null] };
    },
    MatchDropped(draft, { match }) {
      if (getOwn(draft.matches, match)?.answers.every((answer) => answer === null)) delete draft.matches[match];
    },
    MatchAnswered(draft, { match, side, answer }) {
      const found = getOwn(draft.matches, match);
      if (found) found.answers[side] = answer;
    }
  },
  touches: {
    MatchSuggested: ({ people }) => ['console', ...channelsOf(people)],
    MatchDropped: ({ people }) => ['console', ...channelsOf(people)],
    MatchAnswered: ({ people }) => channelsOf(people)
  },
  takeBack: { MatchSuggested: (_before, { match, people }) => [{ type: 'MatchDropped', data: { match, people } }] }
});

/** `met`: what the other one gave, once both said yes. `yes`: null until this person answered. */
export type MatchView = {
  own: Text;
  other: Text;
  yes: boolean | null;
  contact: Text | null;
  met: Pick<MatchAnswer, 'name' | 'contact'> | null;
};

/** What a person is shown of their matches. A card that is gone or hidden has none. */
export function ownMatches(state: State, person: string): Record<string, MatchView> {
  const found = Object.entries(state.matches).flatMap(([id, match]): [string, MatchView][] => {
    const side = sideOf(match, person);
    const cards = match.cards.map((card, question) => readCard(state, card, question));
    const [own, other] = [cards[side], cards[1 - side]];
    if (!own || !other) return [];
    const [mine, theirs] = [match.answers[side], match.answers[1 - side]];
    const met = isAgreed(match) && theirs ? { name: theirs.name, contact: theirs.contact } : null;
    return [[id, { own: own.text, other: other.text, yes: mine?.yes ?? null, contact: mine?.contact ?? null, met }]];
  });
  return Object.fromEntries(found);
}

/** The matches of a person to which both said yes. */
export const meets = (state: State, person: string): Meeting[] =>
  Object.values(ownMatches(state, person)).flatMap(({ own, other, met }) => (met ? [{ own, other, ...met }] : []));

/** Whether this channel is that of a person who is asked about this card. */
export const isAskedAbout = (state: State, card: string, channel: string): boolean =>
  Object.values(state.matches).some(
    (match) => match.cards.includes(card) && match.people.some((each) => isChannelOf(channel, each) && isPair(match))
  );

/** Nobody but two who both said yes may learn who the other is; others not even that somebody answered (CA13). */
export function hideMatches({ matches }: State, channel: string, other: Other): void {
  for (const match of Object.values(matches)) {
    const side = isPair(match) ? match.people.findIndex((each) => isChannelOf(channel, each)) : -1;
    if (side >= 0 && isAgreed(match)) continue;
    // Who said yes and sees nobody knows that the other did not: their answer is another one only where it tells nothing.
    const tells = side >= 0 && match.answers[side]?.yes === true;
    for (const each of [OFFERS, NEEDS].filter((each) => each !== side)) {
      if (!isPair(match) && isChannelOf(channel, match.people[each] ?? null)) continue;
      match.people[each] = other(match.people[each] ?? null);
      if (!tells) match.answers[each] = other(match.answers[each] ?? null);
    }
  }
}

/** The channels of all who are asked: what becomes of a card of theirs changes what the other one is shown. */
export const matchReaders = ({ matches }: State): string[] => [
  ...new Set(Object.values(matches).flatMap(({ people }) => channelsOf(people)))
];

/** The people of matches to which both said yes. */
export const matchedPeople = ({ matches }: State): string[] => [
  ...new Set(
    Object.values(matches)
      .filter(isAgreed)
      .flatMap(({ people }) => people.filter((each) => each !== null))
  )
];

const isAgreed = ({ answers }: Match): boolean => answers.every((answer) => answer?.yes === true);

/** Nobody is matched with themselves, or with a card that nobody signed. */
const isPair = ({ people: [one, other] }: Match): boolean => one !== null && other !== null && one !== other;

const sideOf = (match: Match, person: string): number => (isPair(match) ? match.people.indexOf(person) : -1);

const isChannelOf = (channel: string, person: string | null): boolean =>
  person !== null && channel === personal(person);

const channelsOf = (people: Match['people']): string[] => people.filter((each) => each !== null).map(personal);

function readCard(state: State, id: string, question: number) {
  const card = findCard(state, id);
  return card?.question === question && stateOf(state.deck, card) === 'shown' ? card : null;
}

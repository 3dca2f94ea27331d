import { getOwn } from '#contract/get-own.ts';
import type { OutlineBranch, OutlineNote, OutlineOf, TableOf } from '#contract/harvest-blocks.ts';
import { amount, peopleFigure } from '#contract/figures.ts';
import type { Roster } from '#contract/method.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { column, tableOf } from '#contract/harvest-tables.ts';
import type { Text } from '#contract/typed-text.ts';
import { groupsInOrder, harvestable, topOf, type AnswerCard as Card } from '#kit/rules/cards/deck.ts';
import { countedIn } from '#kit/rules/people.ts';
import { totalsOf } from '#kit/rules/votes/tally.ts';
import { matchedPeople } from './matches.ts';
import type { State } from './state.ts';
import type { harvestWords } from './words/harvest.ts';

type Outline = OutlineOf<typeof harvestWords>;
type Block = Outline | TableOf<typeof harvestWords>;
type Branch = OutlineBranch<keyof typeof harvestWords.headings>;
type Listed = readonly (readonly [id: string, card: Card])[];

/** For each question its cards by group, loose ones last; then what people chose. Nobody is named. */
export function harvest(state: State, roster: Roster, goesOn: boolean): Block[] {
  const cards = harvestable(state, roster);
  const choosing = goesOn && state.vote?.open ? [stillChoosing(state)] : chosen(state, cards, roster);
  return [...questionBlocks(state, cards, matchedIn(state, roster, goesOn)), ...choosing];
}

/** How many people were matched, under the offers; never with whom. While people are asked, only how often. */
function matchedIn(state: State, roster: Roster, goesOn: boolean) {
  if (goesOn && state.matching) return [amount('asked', Object.keys(state.matches).length)];
  const matched = matchedPeople(state).filter(countedIn(roster)).length;
  return state.matching ? [peopleFigure('matched', matched, matched)] : [];
}

function questionBlocks(state: State, cards: Listed, matched: Outline['figures']): Outline[] {
  return state.questions.flatMap((question, index): Outline[] => {
    const own = cards.filter(([, card]) => card.question === index);
    if (own.length === 0) return [];
    const folded = foldedOf(state, own);
    const groups = groupsInOrder(state).flatMap(([id, { name }]): Branch[] => {
      const notes = folded.filter(({ card }) => card.group === id).map(noteOf);
      return name === null || notes.length === 0 ? [] : [{ id, head: { kind: 'theme', name }, notes }];
    });
    const isNamed = ({ group }: Card) => (getOwn(state.deck.groups, group)?.name ?? null) !== null;
    const loose = folded.filter(({ card }) => !isNamed(card)).map(noteOf);
    return [
      {
        kind: 'outline',
        id: `${state.id}-q${index + 1}`,
        of: 'cards',
        title: { kind: 'question', text: question },
        branches: loose.length === 0 ? groups : [...groups, { id: 'loose', head: { kind: 'loose' }, notes: loose }],
        figures: [amount('cards', own.length), amount('groups', groups.length), ...(index === 0 ? matched : [])]
      }
    ];
  });
}

type Folded = { id: string; card: Card; under: Listed[number][] };

/** The cards that stand for themselves here, each with those that say the same. */
function foldedOf(state: State, cards: Listed): Folded[] {
  const folded = new Map(cards.map(([id, card]): [string, Folded] => [id, { id, card, under: [] }]));
  return cards.flatMap(([id, card]) => {
    const top = topOf(state, id);
    const over = top === id ? undefined : folded.get(top);
    over?.under.push([id, card]);
    return over ? [] : (folded.get(id) ?? []);
  });
}

const noteOf = ({ id, card: { text, starred }, under }: Folded): OutlineNote => ({
  id,
  text,
  ...(starred && { gem: true }),
  notes: under.map(([id, { text }]) => ({ id, text, notes: [] }))
});

/** CA10: nothing of what people choose is told before all have chosen. */
const stillChoosing = ({ id, vote }: State): Outline => ({
  kind: 'outline',
  id: `${id}-chosen`,
  of: 'cards',
  title: { kind: 'chosen' },
  branches: [],
  figures: [amount('still-choosing', vote?.options.length ?? 0)]
});

/** The last vote that was closed. How many dots an option got is told where five people or more gave them. */
function chosen(state: State, cards: Listed, roster: Roster): Block[] {
  const { vote } = state;
  if (!vote || vote.open) return [];
  const counts = countedIn(roster);
  const totals = totalsOf(vote, counts);
  const voted = Object.keys(vote.votes).filter(counts).length;
  const options = vote.options
    .flatMap((id) => {
      const total = totals[id];
      return total ? [{ name: nameOf(state, id, cards), ...total }] : [];
    })
    .sort((one, other) => one.place - other.place);
  return [
    {
      kind: 'table',
      id: `${state.id}-chosen`,
      of: 'cards',
      title: { kind: 'chosen' },
      figures: [peopleFigure('voted', voted, voted)],
      ...tableOf(options, [
        column.text('option', ({ name }) => name),
        column.people('people', ({ voters }) => voters),
        column.amount('dots', ({ sum, voters }) => (vote.kind !== 'approval' && voters >= FEWEST ? sum : null))
      ])
    }
  ];
}

/** A group without a name is called by its first card. `cards`: those that are kept; nothing is called by another. */
function nameOf(state: State, option: string, cards: Listed): Text | null {
  const [, first] = cards.find(([id, { group }]) => id === option || group === option) ?? [];
  return getOwn(state.deck.groups, option)?.name ?? first?.text ?? null;
}

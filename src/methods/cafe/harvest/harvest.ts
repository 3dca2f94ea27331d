import type { Block, Branch } from './harvest-type.ts';
import { amount } from '#contract/figures.ts';
import type { Roster } from '#contract/method.ts';
import { notSimulated } from '#kit/rules/people.ts';
import { getOwn } from '#contract/get-own.ts';
import { groupsInOrder } from '#kit/rules/cards/deck.ts';
import type { Text } from '#contract/typed-text.ts';
import { courseBlock, roundFigures } from './round-figures.ts';
import { talkedRounds } from './seat-records.ts';
import { cardsOf, keptNotes, outlined, type Cards } from './public-notes.ts';
import type { Found } from '../notes/find-notes.ts';
import { inOrder, type State } from '../state.ts';
import { tableStories } from './table-stories.ts';

/**
 * One block for each question that was asked, or for each topic: its notes by theme, and what belongs to no theme. Then
 * the same once more as it came about: table by table, round by round. Last, how it went.
 */
export function harvest(state: State, roster: Roster, goesOn: boolean): Block[] {
  const isKept = notSimulated(roster);
  const notes = keptNotes(state, isKept);
  return [...questions(state, notes), ...tableStories(state, notes, isKept), ...course(state, roster, notes, goesOn)];
}

/** WC34: whom people met, and how many wrote, would tell of single people from one moment to the next. */
function course(state: State, roster: Roster, notes: readonly Found[], goesOn: boolean): Block[] {
  const rounds = talkedRounds(state).length;
  if (!goesOn) return roundFigures(state, roster, notes);
  return rounds === 0 ? [] : [courseBlock(state, [amount('still-on', rounds)])];
}

function questions(state: State, kept: readonly Found[]): Block[] {
  const cards = cardsOf(Object.values(state.tables));
  return asks(state).flatMap(({ key, question, holds }): Block[] => {
    const notes = kept.filter(holds);
    if (notes.length === 0) return [];
    return [
      {
        kind: 'outline',
        id: `${state.id}-${key}`,
        of: 'cafe',
        title: { kind: 'question', text: question },
        branches: themes(state, notes, cards),
        figures: [amount('notes', notes.length), amount('tables', new Set(notes.map(({ note }) => note.table)).size)]
      }
    ];
  });
}

type Ask = { key: string; question: Text; holds(found: Found): boolean };

function asks(state: State): Ask[] {
  if (state.layout === 'rounds')
    return state.questions.map((question, index) => ({
      key: `q${index + 1}`,
      question,
      holds: ({ note }) => note.round === index + 1
    }));
  const above = state.questions[0];
  const topics = inOrder(state).flatMap(([id, { topic, number }]): Ask[] =>
    topic === null ? [] : [{ key: `t${number}`, question: topic, holds: ({ note }) => note.table === id }]
  );
  const rest = { key: 'q1', holds: ({ note }: Found) => getOwn(state.tables, note.table)?.topic === null };
  return above === undefined ? topics : [...topics, { ...rest, question: above }];
}

function themes(state: State, notes: readonly Found[], cards: Cards): Branch[] {
  const named = groupsInOrder(state).flatMap(([group, { name }]): Branch[] => {
    const inside = name === null ? [] : outlined(state, notes, cards, ({ note }) => note.group === group);
    return name === null || inside.length === 0 ? [] : [{ id: group, head: { kind: 'theme', name }, notes: inside }];
  });
  const isNamed = ({ note }: Found) => (getOwn(state.deck.groups, note.group)?.name ?? null) !== null;
  const loose = outlined(state, notes, cards, (found) => !isNamed(found));
  return loose.length === 0 ? named : [...named, { id: 'loose', head: { kind: 'loose' }, notes: loose }];
}

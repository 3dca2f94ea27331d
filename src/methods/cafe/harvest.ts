import type { OutlineBlock, OutlineBranch, OutlineFigure, OutlineNote } from '#harvest/blocks.ts';
import type { Room } from '../method.ts';
import type { Text } from '../text.ts';
import { countedIn, encounters } from './figures.ts';
import { allNotes, parentOf, stateOf, type Found } from './noted.ts';
import { find } from '../shared/records.ts';
import { inOrder, type State } from './state.ts';

/**
 * One block for each question that was asked, or for each topic: its notes by theme, with the table and the round they come from, and what
 * belongs to no theme. Notes that were merged hang under the one they went into.
 */
export function harvest(state: State, room: Room): OutlineBlock[] {
  const counts = countedIn(room);
  const kept = allNotes(state).filter(
    ({ note }) =>
      note.text !== null && stateOf(state, note) === 'shown' && (note.author === null || counts(note.author))
  );
  const asked = asks(state)
    .map((ask) => ({ ...ask, notes: kept.filter((found) => ask.holds(found)) }))
    .filter(({ notes }) => notes.length > 0);
  const met = encounters(state, counts);
  return asked.map(({ key, question, notes }, index) => ({
    kind: 'outline',
    id: `${state.id}-${key}`,
    of: 'cafe',
    question,
    branches: themes(state, notes),
    figures: [
      { code: 'notes', value: notes.length },
      { code: 'tables', value: new Set(notes.map(({ table }) => table)).size },
      ...(index === asked.length - 1 && met.people > 1 ? meetings(state, met) : [])
    ]
  }));
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
    topic === null ? [] : [{ key: `t${number}`, question: topic, holds: ({ table }) => table === id }]
  );
  const rest = { key: 'q1', holds: ({ table }: Found) => find(state.tables, table)?.topic === null };
  return above === undefined ? topics : [...topics, { ...rest, question: above }];
}

function themes(state: State, notes: readonly Found[]): OutlineBranch[] {
  const named = Object.entries(state.clusters)
    .sort(([, one], [, other]) => one.order - other.order)
    .flatMap(([cluster, { name }]): OutlineBranch[] => {
      const inside = name === null ? [] : tree(state, notes, ({ note }) => note.cluster === cluster);
      return name === null || inside.length === 0 ? [] : [{ head: { kind: 'theme', name }, notes: inside }];
    });
  const isNamed = ({ note }: Found) => (find(state.clusters, note.cluster)?.name ?? null) !== null;
  const loose = tree(state, notes, (found) => !isNamed(found));
  return loose.length === 0 ? named : [...named, { head: { kind: 'loose' }, notes: loose }];
}

/** Whatever hangs under a note goes where that note goes. */
function tree(state: State, notes: readonly Found[], belongs: (found: Found) => boolean): OutlineNote[] {
  const known = new Set(notes.map(({ id }) => id));
  const over = ({ note }: Found): string | null => {
    const up = note.mergedInto ?? parentOf(state, note);
    return up !== null && known.has(up) ? up : null;
  };
  const told = (found: Found): OutlineNote[] => {
    const { id, table, note } = found;
    if (note.text === null) return [];
    const under = inTime(notes.filter((one) => over(one) === id)).flatMap(told);
    const number = find(state.tables, table)?.number ?? 0;
    return [{ text: note.text, ...(note.gem ? { gem: true } : {}), table: number, round: note.round, notes: under }];
  };
  return inTime(notes.filter((found) => over(found) === null && belongs(found))).flatMap(told);
}

const inTime = (notes: readonly Found[]): Found[] => notes.toSorted((one, other) => one.note.order - other.note.order);

/** From where people said they sat, not from what was planned. */
const meetings = (state: State, { median, least }: { median: number; least: number }): OutlineFigure[] => [
  { code: 'rounds', value: state.round },
  { code: 'met-median', value: median },
  { code: 'met-fewest', value: least }
];

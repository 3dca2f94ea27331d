import { isHere } from '../shared/people.ts';
import type { Room } from '../method.ts';
import { isScribe } from './hosting.ts';
import { rule } from './letters.ts';
import { allNotes, anyNote, noteView, notesAt, stateOf } from './noted.ts';
import type { Plan } from './rotation/problem.ts';
import { seated, seatOf, sittersAt } from './seats.ts';
import { find } from '../shared/records.ts';
import { current, inOrder, isShown, roundsOf, type Round, type State, type Table } from './state.ts';
import { topicOrQuestion, wallQuestion } from './topics.ts';
import type {
  AllView,
  BoardView,
  ConsoleTable,
  ConsoleView,
  MineView,
  NoteView,
  OwnView,
  PlanView,
  TableHead,
  TableView,
  WallView
} from './views.ts';

/** The only way out for what people wrote and where they sit. */
export function view(
  state: State,
  channel: string,
  room: Room
): AllView | BoardView | ConsoleView | TableView | MineView {
  if (channel === 'all') return forAll(state);
  if (channel === 'board') return onBoard(state, room);
  if (channel === 'console') return onConsole(state, room);
  if (channel.startsWith('person:')) return forPerson(state, channel.slice('person:'.length));
  return channel.startsWith('table:') ? atTable(state, channel.slice('table:'.length), room) : null;
}

/** Nothing here counts people or notes: with six hundred who write, every note would reach every phone. */
function forAll(state: State): AllView {
  const of = roundsOf(state);
  const isAsked = state.part !== 'ready' && state.part !== 'finding';
  return {
    part: state.part,
    layout: state.layout,
    hosts: state.hosts,
    exposure: state.exposure,
    round: state.round,
    of,
    question: isAsked ? topicOrQuestion(state) : null,
    asked: isAsked,
    rule: rule(state, of),
    home: state.returnHome && of > 1 && state.round === of,
    endsAt: current(state)?.endsAt ?? null,
    tables: Object.fromEntries(inOrder(state).map(([id, table]) => [id, head(table)]))
  };
}

function onBoard(state: State, room: Room): BoardView {
  return {
    ...forAll(state),
    ...(state.part === 'harvest' ? { question: wallQuestion(state) } : {}),
    ...seated(current(state), room),
    wall: state.part === 'harvest' ? wall(state, (note) => note.state === 'shown' && isAbout(state, note)) : null,
    met: state.plan?.quality.met ?? null
  };
}

function onConsole(state: State, room: Room): ConsoleView {
  const round = current(state);
  const present = Object.keys(room.people).filter((person) => isHere(room, person));
  const byTable = Map.groupBy(Object.entries(round?.at ?? {}), ([, table]) => table);
  return {
    ...forAll(state),
    tables: Object.fromEntries(
      inOrder(state).map(([id, table]) => [
        id,
        consoleTable(
          state,
          id,
          table,
          (byTable.get(id) ?? []).map(([person]) => person)
        )
      ])
    ),
    questions: Array.from(
      { length: roundsOf(state) },
      (_, index) => state.questions[state.layout === 'topics' ? 0 : index] ?? null
    ),
    draft: state.draft && planView(state.draft),
    plan: state.plan && planView(state.plan),
    planning: state.asking !== null,
    ...seated(round, room),
    unseated: isShown(state) ? present.filter((person) => seatOf(state, person) === null) : [],
    missing: isShown(state)
      ? present.filter((person) => seatOf(state, person) !== null && !find(round?.here ?? {}, person))
      : [],
    wishes: state.wishes,
    cards: cards(
      state,
      present.filter((person) => find(room.people, person)?.via === 'walk-in')
    ),
    seats: state.seats,
    minutes: state.minutes,
    returnHome: state.returnHome,
    review: state.review,
    startedAt: round?.askedAt ?? null,
    scribes: Object.keys(state.scribes),
    wall: wall(state, () => true)
  };
}

function cards(state: State, people: readonly string[]): ConsoleView['cards'] {
  if (!isShown(state)) return {};
  const seated = people.filter((person) => seatOf(state, person) !== null);
  const rounds = Array.from({ length: roundsOf(state) }, (_, index) => index + 1);
  const card = (person: string) => ({
    letter: find(state.letters, person) ?? null,
    path: rounds.map((round) => seatOf(state, person, round))
  });
  return Object.fromEntries(seated.map((person) => [person, card(person)]));
}

function consoleTable(state: State, id: string, table: Table, people: readonly string[]): ConsoleTable {
  const round = current(state);
  const now = notesAt(state, id).filter(({ note }) => note.round === state.round);
  return {
    ...head(table),
    seats: table.seats,
    host: find(round?.hosts ?? {}, id) ?? null,
    people: Object.fromEntries(
      people.map((person) => [person, { letter: find(state.letters, person) ?? null, ...standing(round, id, person) }])
    ),
    written: now.length,
    lastNote: now.length === 0 ? null : Math.max(...now.map(({ note }) => note.at)),
    endsAt: ownEnd(round, id),
    needs: table.needs,
    lines: table.lines
  };
}

function forPerson(state: State, person: string): MineView {
  const notes = ownNotes(state, person);
  const table = isShown(state) ? seatOf(state, person) : null;
  const from = isShown(state) ? seatOf(state, person, state.round - 1) : null;
  const own: OwnView = {
    table,
    from,
    letter: table === null ? null : (find(state.letters, person) ?? null),
    ...standing(current(state), table, person),
    scribe: isScribe(state, person),
    notes,
    carry: find(state.carries, person) ?? null
  };
  const isSomebody =
    table !== null || from !== null || own.scribe || own.carry !== null || Object.keys(notes).length > 0;
  return isSomebody ? own : null;
}

/** Exposure L1 tells no names at the table. Who wrote a note is told to nobody. */
function atTable(state: State, id: string, room: Room): TableView | null {
  const table = find(state.tables, id);
  if (!table || !isShown(state)) return null;
  const round = current(state);
  return {
    table: id,
    people: Object.fromEntries(
      sittersAt(round, id).map((person) => [
        person,
        {
          name: state.exposure === 'L2' ? (find(room.people, person)?.name ?? null) : null,
          letter: find(state.letters, person) ?? null,
          ...standing(round, id, person),
          present: isHere(room, person)
        }
      ])
    ),
    notes: Object.fromEntries(notesAt(state, id).map((found) => [found.id, noteView(state, found)])),
    lines: table.lines,
    cards: Object.fromEntries(Object.entries(table.cards)),
    endsAt: ownEnd(round, id),
    needs: table.needs
  };
}

/** What the wall was asked to show: a round, a table, or everything. */
const isAbout = ({ about }: State, { table, round }: NoteView): boolean =>
  about === null || about === table || about === String(round);

function wall(state: State, isSeen: (note: NoteView) => boolean): WallView {
  const notes: WallView['notes'] = {};
  const used = new Set<string>();
  for (const found of allNotes(state)) {
    const seen = noteView(state, found);
    if (!isSeen(seen)) continue;
    const { cluster } = found.note;
    notes[found.id] = { ...seen, number: find(state.tables, found.table)?.number ?? 0, cluster };
    if (cluster !== null) used.add(cluster);
  }
  const clusters = Object.entries(state.clusters).filter(([id]) => used.has(id));
  const cards = Object.values(state.tables).flatMap((table) => Object.values(table.cards));
  return {
    notes,
    clusters: Object.fromEntries(clusters.map(([id, { name, order }]) => [id, { name, order }])),
    cards: Object.fromEntries(cards.filter((id) => Object.hasOwn(notes, id)).map((id) => [id, true as const])),
    about: state.about
  };
}

function ownNotes(state: State, person: string): OwnView['notes'] {
  const found = (find(state.wrote, person) ?? []).map((id) => anyNote(state, id));
  return Object.fromEntries(
    found.flatMap((one) =>
      one && !one.note.removed ? [[one.id, { ...noteView(state, one), state: stateOf(state, one.note) }]] : []
    )
  );
}

const standing = (round: Round | undefined, table: string | null, person: string) => ({
  here: find(round?.here ?? {}, person) === true,
  hosts: table !== null && find(round?.hosts ?? {}, table) === person
});

function ownEnd(round: Round | undefined, table: string): number | null {
  const longer = find(round?.longer ?? {}, table);
  return longer !== undefined && longer > (round?.endsAt ?? 0) ? longer : null;
}

const head = ({ number, name, topic, zone, language, mergedInto, closed }: Table): TableHead => ({
  number,
  name,
  topic,
  zone,
  language,
  mergedInto,
  closed
});

function planView({ quality, way, rounds }: Plan): PlanView {
  const counts = rounds.map((seating) => {
    const sizes = new Map<string, number>();
    for (const table of Object.values(seating)) sizes.set(table, (sizes.get(table) ?? 0) + 1);
    return sizes;
  });
  return {
    quality,
    way,
    people: new Set(rounds.flatMap((seating) => Object.keys(seating))).size,
    tables: new Set(counts.flatMap((sizes) => [...sizes.keys()])).size,
    sizes: counts.map((sizes) => ({ least: Math.min(...sizes.values()), most: Math.max(...sizes.values()) }))
  };
}

import { getOwn } from '#contract/get-own.ts';
import { everyBranch, everyNote } from '#contract/outline-notes.ts';
import { THEMES } from './arranged.ts';
import type { SeenBlock, SeenOwn } from './document.ts';
import type { HarvestWords } from './sentence.ts';

/** The block that tells where every note is. */
export const COVERAGE = 'coverage';
const UNSHOWN = 'unshown';

/** In which part of the edition the activity of a note is told, where several activities have tables; else none. */
export type TableParts = Readonly<Record<string, number>>;

type Place = { part: number | null; table: number | null; round: number | null };
type Count = { notes: number; inThemes: number; elsewhere: number; takenBack: number; unshown: number };
type Counted = Place & { id: string; state: Exclude<keyof Count, 'notes' | 'unshown'> };

/**
 * Where every note is: in a theme, elsewhere, taken back, or `unshown` in the meeting. These add up to all notes, of the
 * gathering and of each table and round; of which of them a note was that nobody may read is not told. Told of the blocks
 * before they are tidied, since a note that was taken back is gone afterwards. Where all notes are where they were
 * written, a sentence is enough.
 */
export function coverageOf(
  blocks: readonly SeenBlock[],
  unshown: number,
  words: HarvestWords,
  parts: TableParts = {}
): SeenOwn | null {
  if (blocks.length === 0 || blocks.some(({ id }) => id === COVERAGE)) return null;
  const notes = blocks.flatMap((block) => countedIn(block, parts));
  const there = sum(notes);
  const all = { ...there, notes: notes.length + unshown, unshown };
  if (all.notes === 0) return null;
  const { coverage } = words;
  const row = (kind: string, words: string, { notes, inThemes, elsewhere, takenBack, unshown: hidden }: Count) => [
    { kind, words },
    notes,
    inThemes,
    elsewhere,
    takenBack,
    ...(unshown > 0 ? [hidden] : [])
  ];
  const own = {
    id: COVERAGE,
    of: 'gathering',
    title: { kind: COVERAGE, words: coverage.title },
    figures: [
      {
        code: COVERAGE,
        value: {
          notes: all.notes,
          'in-themes': all.inThemes,
          elsewhere: all.elsewhere,
          'taken-back': all.takenBack,
          unshown
        },
        words: coverage.sentence(all)
      }
    ]
  };
  if (there.elsewhere === there.notes) return { kind: 'outline', ...own, branches: [] };
  return {
    kind: 'table',
    ...own,
    columns: [
      { heading: 'written', kind: 'label', words: coverage.written },
      { heading: 'notes', kind: 'amount', words: coverage.notes },
      { heading: 'in-themes', kind: 'amount', words: coverage.inThemes },
      { heading: 'elsewhere', kind: 'amount', words: coverage.elsewhere },
      { heading: 'taken-back', kind: 'amount', words: coverage.takenBack },
      ...(unshown > 0 ? ([{ heading: UNSHOWN, kind: 'amount', words: coverage.unshown }] as const) : [])
    ],
    rows: [
      row('all', coverage.all, all),
      ...byPlace(notes).map(([place, there]) => row(codeOf(place), wordsOf(place, notes, words), sum(there))),
      ...(unshown > 0 ? [row(UNSHOWN, coverage.unshown, { ...sum([]), notes: unshown, unshown })] : [])
    ]
  };
}

/**
 * Two cafés have a first table each. `wrote`: the blocks before anything was sorted; `printed`: as they follow each other
 * in the edition; `activityOf`: which activity a block is from, by its id.
 */
export function tablePartsOf(
  wrote: readonly SeenBlock[],
  printed: readonly SeenBlock[],
  activityOf: (block: string) => string
): TableParts {
  const atTables = wrote.flatMap((block) =>
    countedIn(block, {}).flatMap(({ id, table }) => (table === null ? [] : [[id, activityOf(block.id)] as const]))
  );
  if (new Set(atTables.map(([, activity]) => activity)).size < 2) return {};
  const partOf = (activity: string) => 1 + printed.findIndex(({ id }) => activityOf(id) === activity);
  return Object.fromEntries(atTables.map(([note, activity]) => [note, partOf(activity)]));
}

function countedIn(block: SeenBlock, parts: TableParts): Counted[] {
  if (block.kind === 'table') return [];
  const stays = block.id === THEMES ? 'inThemes' : 'elsewhere';
  if (block.kind === 'continuum')
    return (block.reasons ?? []).map(({ id, round, why }) => ({
      ...{ id, part: null, table: null, round },
      state: why ? stays : 'takenBack'
    }));
  return everyBranch(block.branches)
    .flatMap(({ notes }) => everyNote(notes))
    .map(({ id, table, round, text, photo }) => ({
      id,
      part: table === undefined ? null : (getOwn(parts, id) ?? null),
      table: table ?? null,
      round: round ?? null,
      state: text || photo ? stays : 'takenBack'
    }));
}

const sum = (notes: readonly Counted[]): Count => {
  const of = (state: Counted['state']) => notes.filter((note) => note.state === state).length;
  return {
    notes: notes.length,
    inThemes: of('inThemes'),
    elsewhere: of('elsewhere'),
    takenBack: of('takenBack'),
    unshown: 0
  };
};

/** Each table of each activity in each round, where there were any; what was written elsewhere comes last. */
function byPlace(notes: readonly Counted[]): [Place, Counted[]][] {
  if (notes.every(({ table, round }) => table === null && round === null)) return [];
  const rank = (number: number | null) => number ?? Number.MAX_SAFE_INTEGER;
  return [...Map.groupBy(notes, codeOf).values()]
    .flatMap((there): [Place, Counted[]][] => (there[0] ? [[there[0], there]] : []))
    .sort(
      ([one], [other]) =>
        rank(one.part) - rank(other.part) || rank(one.table) - rank(other.table) || rank(one.round) - rank(other.round)
    );
}

const codeOf = ({ part, table, round }: Place): string =>
  [
    ...(part === null ? [] : [`part-${part}`]),
    table === null ? 'no-table' : `table-${table}`,
    ...(round === null ? [] : [`round-${round}`])
  ].join('-');

/** Where nobody wrote at tables, none is named. */
function wordsOf({ part, table, round }: Place, notes: readonly Place[], words: HarvestWords): string {
  const { coverage, outline } = words;
  const atTables = notes.some(({ table }) => table !== null);
  const at = table === null ? coverage.noTable : part === null ? outline.table(table) : words.tableInPart(table, part);
  const where = atTables ? [at] : [];
  const when = round !== null ? [words.round(round)] : atTables ? [] : [coverage.noRound];
  return [...where, ...when].join(', ');
}

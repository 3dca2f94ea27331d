import { everyBranch, everyNote } from '#contract/outline-notes.ts';
import { THEMES } from './arranged.ts';
import type { SeenBlock, SeenTable } from './document.ts';
import type { HarvestWords } from './sentence.ts';

const COVERAGE = 'coverage';

type Place = { table: number | null; round: number | null };
type Count = { notes: number; inThemes: number; elsewhere: number; takenBack: number };
type Counted = Place & { state: Exclude<keyof Count, 'notes'> };

/**
 * Where every note is: in a theme, elsewhere, or taken back. The three add up to all notes, of the gathering and of each
 * table and round. Told of the blocks before they are tidied, since a note that was taken back is gone afterwards. Null
 * where nothing was sorted or taken back.
 */
export function coverageOf(blocks: readonly SeenBlock[], words: HarvestWords): SeenTable | null {
  if (blocks.some(({ id }) => id === COVERAGE)) return null;
  const notes = blocks.flatMap(countedIn);
  if (!notes.some(({ state }) => state !== 'elsewhere')) return null;
  const { coverage } = words;
  const all = sum(notes);
  const row = (kind: string, words: string, { notes, inThemes, elsewhere, takenBack }: Count) => [
    { kind, words },
    notes,
    inThemes,
    elsewhere,
    takenBack
  ];
  return {
    kind: 'table',
    id: COVERAGE,
    of: 'gathering',
    title: { kind: COVERAGE, words: coverage.title },
    columns: [
      { heading: 'written', kind: 'label', words: coverage.written },
      { heading: 'notes', kind: 'amount', words: coverage.notes },
      { heading: 'in-themes', kind: 'amount', words: coverage.inThemes },
      { heading: 'elsewhere', kind: 'amount', words: coverage.elsewhere },
      { heading: 'taken-back', kind: 'amount', words: coverage.takenBack }
    ],
    rows: [
      row('all', coverage.all, all),
      ...byPlace(notes).map(([place, there]) => row(codeOf(place), wordsOf(place, words), sum(there)))
    ],
    figures: [
      {
        code: COVERAGE,
        value: { notes: all.notes, 'in-themes': all.inThemes, elsewhere: all.elsewhere, 'taken-back': all.takenBack },
        words: coverage.sentence(all)
      }
    ]
  };
}

function countedIn(block: SeenBlock): Counted[] {
  if (block.kind === 'table') return [];
  const stays = block.id === THEMES ? 'inThemes' : 'elsewhere';
  if (block.kind === 'continuum')
    return (block.reasons ?? []).map(({ round, why }) => ({ table: null, round, state: why ? stays : 'takenBack' }));
  return everyBranch(block.branches)
    .flatMap(({ notes }) => everyNote(notes))
    .map(({ table, round, text, photo }) => ({
      table: table ?? null,
      round: round ?? null,
      state: text || photo ? stays : 'takenBack'
    }));
}

const sum = (notes: readonly Counted[]): Count => {
  const of = (state: Counted['state']) => notes.filter((note) => note.state === state).length;
  return { notes: notes.length, inThemes: of('inThemes'), elsewhere: of('elsewhere'), takenBack: of('takenBack') };
};

/** Each table in each round, where notes were written at tables; what was written elsewhere comes last. */
function byPlace(notes: readonly Counted[]): [Place, Counted[]][] {
  if (notes.every(({ table }) => table === null)) return [];
  const rank = (number: number | null) => number ?? Number.MAX_SAFE_INTEGER;
  return [...Map.groupBy(notes, codeOf).values()]
    .flatMap((there): [Place, Counted[]][] => (there[0] ? [[there[0], there]] : []))
    .sort(([one], [other]) => rank(one.table) - rank(other.table) || rank(one.round) - rank(other.round));
}

const codeOf = ({ table, round }: Place): string =>
  [table === null ? 'no-table' : `table-${table}`, ...(round === null ? [] : [`round-${round}`])].join('-');

const wordsOf = ({ table, round }: Place, words: HarvestWords): string =>
  [
    table === null ? words.coverage.noTable : words.outline.table(table),
    ...(round === null ? [] : [words.round(round)])
  ].join(', ');

import type {
  Edition,
  SeenBlock,
  SeenCell,
  SeenColumn,
  SeenContinuum,
  SeenOutline,
  SeenOwn,
  SeenTable,
  NoteStanding
} from '../document.ts';
import { numbersOf } from '../figure-sentences.ts';
import { noteNumbers } from '../note-addresses.ts';
import { originalsOf } from '../originals.ts';
import { linesOf, summariesOf, titleOf, wordsOf, writtenUnder } from '../outline.ts';
import { reasonsByPart } from '../reasons.ts';
import { orWithdrawn, type HarvestWords } from '../sentence.ts';
import { cellText, headingOf } from '../table.ts';
import { TABLES, type DataTable, type Row, type TableName } from './data-table.ts';

/**
 * Everything of an edition that can be counted, as seven tables: each note and reason, what each heading
 * with a title was in the room, each text in short, each number of
 * each figure, each range and count of each round, each cell of each table of a method, each person who agreed to be
 * named. `photos` stands before the address of each photo.
 */
export function dataTables(edition: Edition, words: HarvestWords, photos: string): DataTable[] {
  const blocks = tablesByBlock(edition, words, photos);
  return (Object.keys(TABLES) as TableName[]).map((name) => ({
    name,
    columns: TABLES[name],
    rows: blocks.flatMap((rows) => rows[name])
  }));
}

/** The same, block by block in the order of the edition. */
export function tablesByBlock(
  { blocks }: Edition,
  words: HarvestWords,
  photos: string
): { readonly [Name in TableName]: readonly Row[] }[] {
  const numbers = noteNumbers(blocks);
  const all = originalsOf(blocks, words);
  return blocks.map((block) => {
    const originals = all
      .filter((original) => original.block === block.id)
      .map(({ path, text }) => ({ ...about(block, words), heading: path.join(' › '), text }));
    const inShort = summaries(block, words);
    if (block.kind === 'continuum')
      return {
        notes: reasons(block),
        originals,
        summaries: inShort,
        figures: [],
        continua: rounds(block, words),
        tables: [],
        named: named(block, words)
      };
    const own =
      block.kind === 'outline' ? { notes: notes(block), tables: [] } : { notes: [], tables: cells(block, words) };
    return { ...own, originals, summaries: inShort, figures: figures(block, words), continua: [], named: [] };
  });

  function notes(block: SeenOutline): Row[] {
    return linesOf(block, words).map(({ path, level, note }) => ({
      note_id: note.id,
      number: numbers.get(note.id) ?? '',
      ...about(block, words),
      heading: path.join(' › '),
      depth: level,
      ...(note.table === undefined ? {} : { table: note.table }),
      ...(note.round === undefined ? {} : { round: note.round }),
      gem: note.gem ? 1 : 0,
      ...(note.cards && { chosen_in_rounds: note.cards.join(' ') }),
      text: wordsOf(note, words),
      ...(note.photo && { photo: `${photos}${note.photo.address}` }),
      ...(note.from && { written_under: writtenUnder(note, words) }),
      ...(note.folded && { folded: 1 }),
      ...standing(note)
    }));
  }

  function standing({ partOf, mended, struck, endorsed, disputes }: NoteStanding): Row {
    return {
      ...(partOf && { part_of: partOf.join(' ') }),
      ...(mended && { mended: 1 }),
      ...(struck && { struck: 1 }),
      ...(endorsed && { endorsed }),
      ...(disputes && { disputes: disputes.map((why) => orWithdrawn(why, words)).join('\n') })
    };
  }

  function reasons(block: SeenContinuum): Row[] {
    return reasonsByPart(block, words).flatMap(({ from, said }) =>
      said.map(({ id, round, why, ...reason }) => ({
        note_id: id,
        number: numbers.get(id) ?? '',
        ...about(block, words),
        heading: from,
        depth: 1,
        round,
        gem: 0,
        text: why,
        ...standing(reason)
      }))
    );
  }
}

const about = (block: SeenBlock, words: HarvestWords): Row => ({
  block: block.id,
  question: orWithdrawn(titleOf(block), words)
});

/** Without a heading where it is of the whole block. */
const summaries = (block: SeenBlock, words: HarvestWords): Row[] =>
  summariesOf(block, words).map(({ path, text }) => ({ ...about(block, words), heading: path.join(' › '), text }));

const figures = (block: SeenOwn, words: HarvestWords): Row[] =>
  block.figures.flatMap(({ code, value, scope, words: sentence }) =>
    numbersOf(code, value).map(({ name, value, of }) => ({
      ...about(block, words),
      ...(scope?.statement === undefined ? {} : { statement: orWithdrawn(scope.statement, words) }),
      ...(scope?.table === undefined ? {} : { table: scope.table }),
      ...(scope?.round === undefined ? {} : { round: scope.round }),
      code: name,
      ...(sentence === undefined ? {} : { sentence }),
      ...(typeof value === 'number' ? { value } : { told: value }),
      ...(of === undefined ? {} : { of })
    }))
  );

function rounds(block: SeenContinuum, words: HarvestWords): Row[] {
  const [poleA = '', poleB = ''] = block.poles.map((pole) => orWithdrawn(pole, words));
  const line = {
    block: block.id,
    statement: orWithdrawn(titleOf(block), words),
    pole_at_0: poleA,
    pole_at_1000: poleB
  };
  return block.rounds.flatMap(({ round, present, placed, unsure, passed, spread }) => [
    ...Object.entries({ present, placed, unsure, passed }).map(([counted, people]) => ({
      ...line,
      round,
      counted,
      people
    })),
    ...(spread?.ranges ?? []).map(({ from, to, count }) => ({
      ...line,
      round,
      counted: 'range',
      from,
      to,
      people: count
    }))
  ]);
}

const cells = (block: SeenTable, words: HarvestWords): Row[] =>
  block.rows.flatMap((row, line) =>
    block.columns.flatMap((column, nth) => {
      const cell = row[nth] ?? null;
      if (cell === null) return [];
      const named = { code: column.heading, column: headingOf(column), unit: column.kind };
      return [
        { ...about(block, words), line: line + 1, ...named, ...told(cell, column.kind, cellText(cell, column, words)) }
      ];
    })
  );

/**
 * As a number where it is one, as a part of another where it is that, and in the words of a reader in any case, but for a
 * time, which programs read as the document has it.
 */
function told(cell: SeenCell, kind: SeenColumn['kind'], words: string): Row {
  if (kind === 'time') return { told: String(cell) };
  if (typeof cell === 'number') return { value: cell, told: words };
  if (typeof cell === 'object' && cell !== null && 'of' in cell) return { value: cell.count, of: cell.of, told: words };
  return { told: words };
}

/** Whose name is missing did not agree, or withdrew it: their position alone would still be theirs. */
const named = (block: SeenContinuum, words: HarvestWords): Row[] =>
  (block.named ?? []).flatMap(({ name, x }) =>
    name === null ? [] : [{ block: block.id, statement: orWithdrawn(titleOf(block), words), name, position: x }]
  );

import { everyBranch, everyNote } from '#contract/outline-notes.ts';
import { APPENDIX } from './appendix.ts';
import { COVERAGE } from './coverage.ts';
import type { SeenBlock, SeenBranch, SeenFigure, SeenHead, SeenOutline } from './document.ts';
import { isFilled } from './edition-schema.ts';
import { addressesIn } from './note-addresses.ts';
import { headOf } from './outline.ts';
import type { HarvestWords } from './sentence.ts';
import { STANDING } from './standing.ts';

/** Of how many tables there are notes, and of which of them the summary says less than chance does; null: not told. */
export type LessHeard = (
  summary: string,
  notes: readonly { table: number; text: string }[]
) => { tables: number; less: number[] } | null;

/**
 * What is held against the notes. `blocks`: as they are kept, with references where words will be, and `read`: the same
 * with the words. `wrote`: before anything was sorted. `activityOf`: which activity a block is from, by its id.
 * `summary`: of the whole edition.
 */
type Told = {
  readonly blocks: readonly SeenBlock[];
  readonly read: readonly SeenBlock[];
  readonly wrote: readonly SeenBlock[];
  readonly activityOf: (block: string) => string;
  readonly summary: string | null;
};

/** The block that holds the summary of an edition against its notes. */
export const HEARD = 'heard';

/**
 * What summaries leave out, as figures: each is held against the notes it is about, also those that are read in a theme.
 * `inBlocks`: by the block, of its summaries. `edition`: of that of the whole edition, as a block of its own. A sentence
 * holds no word that somebody typed: it is kept when those words are forgotten.
 */
export function audits(
  { blocks, read, wrote, activityOf, summary }: Told,
  lessHeard: LessHeard,
  words: HarvestWords
): { inBlocks: ReadonlyMap<string, SeenFigure[]>; edition: SeenOutline | null } {
  const branches = read.flatMap((block) => (block.kind === 'outline' ? block.branches : []));
  const notes = new Map(
    everyBranch(branches)
      .flatMap(notesOf)
      .map((note) => [note.id, note])
  );
  const activities = new Map(
    wrote.flatMap((block) => addressesIn([block]).map((note) => [note, activityOf(block.id)] as const))
  );
  /** Where an activity is told, as the contents are numbered. */
  const partOf = (activity: string) => 1 + blocks.findIndex(({ id }) => activityOf(id) === activity);
  const whole = figureOf(summary, branches);
  const title = { kind: HEARD, words: words.summaryHeardTitle };
  return {
    inBlocks: new Map(read.map((block, nth) => [block.id, inside(block, blocks[nth])])),
    edition:
      whole.length === 0 ? null : { kind: 'outline', id: HEARD, of: 'gathering', title, branches: [], figures: whole }
  };

  function inside(block: SeenBlock, kept: SeenBlock | undefined): SeenFigure[] {
    if (block.kind !== 'outline' || kept?.kind !== 'outline') return [];
    const heads = everyBranch(kept.branches).map(({ head }) => head);
    return [
      ...figureOf(block.summary, block.branches),
      ...everyBranch(block.branches).flatMap((branch, nth) => figureOf(branch.summary, [branch], heads[nth]))
    ];
  }

  function figureOf(summary: string | null | undefined, about: readonly SeenBranch[], head?: SeenHead): SeenFigure[] {
    if (!summary) return [];
    const all = new Set(
      everyBranch(about).flatMap((branch) => [...notesOf(branch).map(({ id }) => id), ...(branch.index ?? [])])
    );
    const said = [...all].flatMap((id) => {
      const { table, text } = notes.get(id) ?? {};
      return table !== undefined && text ? [{ part: partOf(activities.get(id) ?? ''), table, text }] : [];
    });
    const tables = tablesOf(said);
    const nth = new Map(tables.map((at, nth) => [keyOf(at), nth]));
    const heard = lessHeard(
      summary,
      said.map(({ text, ...at }) => ({ table: nth.get(keyOf(at)) ?? 0, text }))
    );
    if (!heard) return [];
    const isOnePart = tables.every(({ part }) => part === tables[0]?.part);
    const less = heard.less
      .flatMap((nth) => tables[nth] ?? [])
      .map(({ part, table }) => (isOnePart ? words.outline.table(table) : words.tableInPart(table, part)));
    return [
      {
        code: 'summary-heard',
        value: { tables: heard.tables, less: less.length },
        words: words.summaryHeard(less, heard.tables),
        ...(head && { scope: scopeOf(head, words) })
      }
    ];
  }
}

/** Two activities may have tables of the same number. */
type Table = { readonly part: number; readonly table: number };
const keyOf = ({ part, table }: Table): string => `${part} ${table}`;
const tablesOf = (said: readonly Table[]): Table[] =>
  [...new Map(said.map((at) => [keyOf(at), at])).values()].sort(
    (one, other) => one.part - other.part || one.table - other.table
  );

const notesOf = ({ notes }: SeenBranch) => everyNote(notes);

/** With this block in place of the one that was there: after all that the room said, before what was counted of it. */
export function withHeard(blocks: readonly SeenBlock[], heard: SeenBlock | null): SeenBlock[] {
  const others = blocks.filter(({ id }) => id !== HEARD);
  const counted = others.findIndex(({ id }) => [STANDING, APPENDIX, COVERAGE].includes(id));
  return heard === null ? others : others.toSpliced(counted < 0 ? others.length : counted, 0, heard);
}

/** A heading by its numbers, and by the reference to its words. */
function scopeOf(head: SeenHead, words: HarvestWords): NonNullable<SeenFigure['scope']> {
  if (!isFilled(head)) return { statement: headOf({ head }, words) };
  switch (head.kind) {
    case 'question':
      return { statement: head.retitled ?? head.text };
    case 'theme':
      return { statement: head.retitled ?? head.name };
    case 'table':
      return { table: head.number, ...statementOf(head.retitled ?? head.topic) };
    case 'round':
      return { round: head.round, ...statementOf(head.retitled ?? head.question) };
    case 'speaker':
      return { statement: head.name ?? words.outline.speaker(head.number) };
    case 'side':
      return {};
  }
}

const statementOf = (statement: string | null) => (statement === null ? {} : { statement });

import { everyBranch, everyNote } from '#contract/outline-notes.ts';
import type { SeenBlock, SeenBranch, SeenFigure } from './document.ts';
import { headOf } from './outline.ts';
import type { HarvestWords } from './sentence.ts';

/** Of how many tables there are notes, and of which of them the summary says less than chance does; null: not told. */
export type LessHeard = (
  summary: string,
  notes: readonly { table: number; text: string }[]
) => { tables: number; less: number[] } | null;

/**
 * For each block, what its summaries leave out, as figures: each summary is held against the notes it is about, also
 * those that are read in a theme.
 */
export function audits(
  blocks: readonly SeenBlock[],
  lessHeard: LessHeard,
  words: HarvestWords
): ReadonlyMap<string, SeenFigure[]> {
  const notes = new Map(
    blocks
      .flatMap((block) => (block.kind === 'outline' ? everyBranch(block.branches).flatMap(notesOf) : []))
      .map((note) => [note.id, note])
  );
  return new Map(blocks.map((block) => [block.id, block.kind === 'outline' ? inside(block) : []]));

  function inside({ summary, branches }: Extract<SeenBlock, { kind: 'outline' }>): SeenFigure[] {
    return [
      ...figureOf(summary, branches, null),
      ...everyBranch(branches).flatMap((branch) => figureOf(branch.summary, [branch], headOf(branch, words)))
    ];
  }

  function figureOf(
    summary: string | null | undefined,
    about: readonly SeenBranch[],
    head: string | null
  ): SeenFigure[] {
    if (!summary) return [];
    const all = new Set(
      everyBranch(about).flatMap((branch) => [...notesOf(branch).map(({ id }) => id), ...(branch.index ?? [])])
    );
    const said = [...all].flatMap((id) => {
      const { table, text } = notes.get(id) ?? {};
      return table !== undefined && text ? [{ table, text }] : [];
    });
    const heard = lessHeard(summary, said);
    if (!heard) return [];
    const { tables, less } = heard;
    const sentence = words.summaryHeard(less.map(words.outline.table), tables);
    return [
      {
        code: 'summary-heard',
        value: { tables, less: less.length },
        words: head === null ? sentence : `${head}: ${sentence}`
      }
    ];
  }
}

const notesOf = ({ notes }: SeenBranch) => everyNote(notes);

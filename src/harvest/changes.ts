import { notesIn } from '#contract/outline-notes.ts';
import { anchorOf } from './anchor.ts';
import type { Edition, SeenBlock, SeenBranch } from './document.ts';
import { headOf, titleOf } from './outline.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';
import { partsIn } from './split.ts';

/**
 * What became of a note between two editions: its words before and after, null where it was not there. Both are null of
 * a note that was taken back: nobody has its words any more.
 */
export type Change = { readonly note: string; readonly before: string | null; readonly after: string | null };

/**
 * What a later edition says otherwise, note by note: what was changed or left out in the order of the older one, then
 * what came in. A note is the same by its address, wherever it stands now.
 */
export function changesBetween(older: Edition, newer: Edition): Change[] {
  const [before, after] = [wordsByNote(older.blocks), wordsByNote(newer.blocks)];
  // A note that was split changed into each of its parts.
  const parts = partsIn(newer.blocks).filter(({ id }) => !before.has(id));
  const whole = new Map(parts.map(({ id, partOf }) => [id, before.get(partOf.find((note) => before.has(note)) ?? '')]));
  const split = new Set(parts.flatMap(({ partOf }) => partOf));
  const changed = [...before].flatMap(([note, words]): Change[] => {
    const now = after.get(note) ?? null;
    return now === words || split.has(note) ? [] : [{ note, before: words, after: now }];
  });
  const came = [...after].flatMap(([note, words]): Change[] =>
    before.has(note) ? [] : [{ note, before: whole.get(note) ?? null, after: words }]
  );
  const told = new Set([...older.gone.map(({ id }) => id), ...changed.map(({ note }) => note)]);
  const takenBack = newer.gone.flatMap(({ id }): Change[] =>
    told.has(id) ? [] : [{ note: id, before: null, after: null }]
  );
  return [...changed, ...came, ...takenBack];
}

/** A heading that both editions have, and what each calls it. `anchor`: where it stands in the later one. */
export type TitleChange = { readonly anchor: string; readonly before: string; readonly after: string };

/** What a later edition calls otherwise: themes that were named, and questions that were given a title. */
export function titlesBetween(older: Edition, newer: Edition, words: HarvestWords): TitleChange[] {
  const before = new Map(headingsOf(older.blocks, words));
  return headingsOf(newer.blocks, words).flatMap(([anchor, after]) => {
    const was = before.get(anchor);
    return was === undefined || was === after ? [] : [{ anchor, before: was, after }];
  });
}

function headingsOf(blocks: readonly SeenBlock[], words: HarvestWords): [anchor: string, title: string][] {
  return blocks.flatMap((block) => [
    [anchorOf(block), orWithdrawn(titleOf(block), words)] as [string, string],
    ...(block.kind === 'outline' ? under(block.branches, [block]) : [])
  ]);

  function under(branches: readonly SeenBranch[], above: readonly { id: string }[]): [string, string][] {
    return branches.flatMap((branch) => {
      const path = [...above, branch];
      return [[anchorOf(...path), headOf(branch, words)] as [string, string], ...under(branch.branches ?? [], path)];
    });
  }
}

/** Notes whose words were taken back are like notes that are not there. */
const wordsByNote = (blocks: readonly SeenBlock[]): Map<string, string> =>
  new Map(notesIn(blocks).flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));

import { notesIn } from '#contract/outline-notes.ts';
import type { Edition, SeenBlock } from './document.ts';
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

/** Notes whose words were taken back are like notes that are not there. */
const wordsByNote = (blocks: readonly SeenBlock[]): Map<string, string> =>
  new Map(notesIn(blocks).flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));

import type { NoteStanding, SeenBlock } from '#harvest/document.ts';
import { noteNumbers } from '#harvest/note-addresses.ts';
import { linesOf, standingOf, titleOf, wordsOf } from '#harvest/outline.ts';
import { reasonsByPart } from '#harvest/reasons.ts';
import type { HarvestWords } from '#harvest/sentence.ts';

/** What somebody said, to be stood by or objected to. `words`: nothing of a photo. `from`: where on a line it was said. */
export type Other = { id: string; number: string; words: string; from: string; standing: string[] };

/** What others wrote, by what was asked: notes, and the reasons for places on a line. CO3 of docs/corrections.md. */
export function saidByOthers(
  blocks: readonly SeenBlock[],
  mine: ReadonlySet<string>,
  words: HarvestWords
): { id: string; title: string | null; notes: Other[] }[] {
  const numbers = noteNumbers(blocks);
  const other = (note: NoteStanding & { id: string }, said: string, from = ''): Other[] =>
    mine.has(note.id)
      ? []
      : [{ id: note.id, number: numbers.get(note.id) ?? '', words: said, from, standing: standingOf(note, words) }];
  const saidIn = (block: SeenBlock): Other[] => {
    if (block.kind === 'table') return [];
    if (block.kind === 'continuum')
      return reasonsByPart(block, words).flatMap(({ from, said }) =>
        said.flatMap((reason) => other(reason, reason.why, from))
      );
    return linesOf(block, words).flatMap(({ note }) =>
      note.text === null && !note.photo ? [] : other(note, wordsOf(note, words))
    );
  };
  return blocks
    .map((block) => ({ id: block.id, title: titleOf(block), notes: saidIn(block) }))
    .filter(({ notes }) => notes.length > 0);
}

import type { Point } from '#kit/pasting/pasted-list.ts';
import { lengthOf } from '#contract/clean-text.ts';
import { NOTE_LONGEST } from './limits.ts';

type Add = (note: string, text: string, parent: string | null) => Promise<boolean>;

/**
 * Adds each point as a note, without waiting in between, so that this device holds all notes before the first answer. A
 * note can say more about one other and no deeper: what is nested stands under the point at its top, or all of it under
 * `parent`.
 * @returns the texts that did not become notes, because they are too long or were refused.
 */
export async function addPoints(
  points: readonly Point[],
  parent: string | null,
  newId: () => string,
  add: Add
): Promise<string[]> {
  let top: string | null = null;
  const added = points.map(async ({ text, level }) => {
    if (lengthOf(text) > NOTE_LONGEST) return text;
    const note = newId();
    const under = parent ?? (level === 0 ? null : top);
    if (level === 0) top = note;
    return (await add(note, text, under)) ? null : text;
  });
  return (await Promise.all(added)).filter((text) => text !== null);
}

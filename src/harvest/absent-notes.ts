import { when } from '#words/en.ts';
import type { Edition } from './document.ts';
import { noteNumbers } from './note-addresses.ts';
import type { HarvestWords } from './sentence.ts';
import { notesAndReasons, partsIn } from './split.ts';

/** A note that links may still lead to, and that is not read any more. `parts`: what is left of one that was split. */
export type AbsentNote = {
  readonly id: string;
  readonly told: string;
  readonly parts: readonly { readonly number: string; readonly address: string }[];
};

/**
 * What an edition answers for beside the notes that stand in it: that a note stood here, when it went and why, and none
 * of its words. Each once.
 */
export function absentNotes({ blocks, gone }: Pick<Edition, 'blocks' | 'gone'>, words: HarvestWords): AbsentNote[] {
  const numbers = noteNumbers(blocks);
  const left = gone.map((one): AbsentNote => ({ id: one.id, told: goneOf(one), parts: [] }));
  const wholes = [...new Set([...partsIn(blocks), ...gone].flatMap(({ partOf = [] }) => [...partOf].reverse()))];
  const known = new Set([...numbers.keys(), ...gone.map(({ id }) => id)]);
  return [...left.filter(({ id }) => !numbers.has(id)), ...wholes.filter((id) => !known.has(id)).map(splitOf)];

  function goneOf({ by, at, why }: Edition['gone'][number]): string {
    const { gone } = words;
    return [gone.by[by](when.day(at)), ...(why ? [gone.because(why)] : [])].join(' ');
  }

  function splitOf(whole: string): AbsentNote {
    const parts = notesAndReasons(blocks).flatMap(({ id, partOf }) => {
      const number = numbers.get(id);
      return number !== undefined && partOf?.includes(whole) ? [{ number, address: id }] : [];
    });
    const last = gone.find(({ partOf }) => partOf?.includes(whole));
    return { id: whole, told: parts.length === 0 && last ? goneOf(last) : words.gone.split, parts };
  }
}

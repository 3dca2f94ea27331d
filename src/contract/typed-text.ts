import * as v from 'valibot';
import { clean, cleanLine, lengthOf, unitsAtMost } from './clean-text.ts';

/**
 * What a person typed, as rules see it: a reference, never the words. The words live in the vault beside the log, so
 * that they can be forgotten without rewriting history. A change of wording makes a new reference.
 */
export type Text = { readonly text: string };

/** Fresh from the wire, before the host has put it in the vault and left a {@link Text} in its place. */
export type Typed = { readonly typed: string };

/**
 * What several people write at once: references to the pieces it was written in, each a change that merges with all
 * others whatever their order. Readers see the text that the pieces merge to; the people who write get the pieces, too.
 */
export type Writing = { readonly writing: readonly string[] };

export const isText = (value: unknown): value is Text => hasOnlyString(value, 'text');
export const isTyped = (value: unknown): value is Typed => hasOnlyString(value, 'typed');
export const isWriting = (value: unknown): value is Writing => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  const { writing } = value as { writing?: unknown };
  return Array.isArray(writing) && writing.every((piece) => typeof piece === 'string');
};

/**
 * A field that people type into, on one line: 1 to `most` letters as people see them, after cleaning. Rules receive a
 * {@link Text}: the host swaps the typed words for a reference between validation and decision, which is why the output
 * type says so already.
 */
export const text = (most: number): v.GenericSchema<string, Text> => field(most, cleanLine, { letters: most });

/** The same for what may have several lines, such as a note. */
export const passage = (most: number): v.GenericSchema<string, Text> =>
  field(most, clean, { letters: most, lines: true });

/** `told` is for the reference of the protocol, which cannot read what a check checks. */
function field(
  most: number,
  cleaned: (words: string) => string,
  told: { letters: number; lines?: true }
): v.GenericSchema<string, Text> {
  const field = v.pipe(
    v.string(),
    v.maxLength(unitsAtMost(most)),
    v.transform(cleaned),
    v.minLength(1),
    v.check((words) => lengthOf(words) <= most),
    v.transform((typed): Typed => ({ typed })),
    v.metadata(told)
  );
  return field as unknown as v.GenericSchema<string, Text>;
}

/** The view of a person on what people typed: the words, or null once they were withdrawn. */
export type Seen<T> = T extends Text | Writing
  ? string | null
  : T extends (infer Item)[]
    ? Seen<Item>[]
    : T extends object
      ? { [Key in keyof T]: Seen<T[Key]> }
      : T;

function hasOnlyString(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).length === 1 && typeof (value as Record<string, unknown>)[key] === 'string';
}

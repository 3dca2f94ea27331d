import * as v from 'valibot';

/**
 * What a person typed, as rules see it: a reference, never the words. The words live in the vault beside the log, so
 * that they can be forgotten without rewriting history. A change of wording makes a new reference.
 */
export type Text = { readonly text: string };

/** Fresh from the wire, before the host has put it in the vault and left a {@link Text} in its place. */
export type Typed = { readonly typed: string };

/**
 * What several people write at once: references to the pieces it was written in, each a change that merges with all others
 * whatever their order. Readers see the text that the pieces come to; whoever writes is sent the pieces, too.
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
 * A field that people type into: 1 to `most` characters after cleaning. Rules receive a {@link Text}: the host swaps
 * the typed words for a reference between validation and decision, which is why the output type says so already.
 */
export function text(most: number): v.GenericSchema<string, Text> {
  const field = v.pipe(
    v.string(),
    v.maxLength(most * 4),
    v.transform(clean),
    v.minLength(1),
    v.check((words) => [...words].length <= most),
    v.transform((typed): Typed => ({ typed }))
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

// Bidirectional controls can turn a neighbour's words around; zero-width characters make two names look alike.
const UNSEEN =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** Normal form, no invisible or direction-changing characters, at most two marks on a letter, no outer space. */
export function clean(words: string): string {
  return words.normalize('NFC').replace(UNSEEN, '').replace(STACKED_MARKS, '$1').trim();
}

function hasOnlyString(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).length === 1 && typeof (value as Record<string, unknown>)[key] === 'string';
}

import * as v from 'valibot';
import { refuse, type Facts, type Refusal } from '#contract/method.ts';
import { isTaken } from '#contract/photo.ts';
import { isText, isTyped, isWriting } from '#contract/typed-text.ts';
import type { WrittenText } from './ports.ts';

/** Input that its schema accepted, with typed words taken out into `texts` and references left in their place. */
export type ValidInput = { input: unknown; texts: WrittenText[]; photos: number };

/** Checks a command's input against its schema; a no names the field and, where it is the text's length, says so. */
export function validateInput(
  schema: v.GenericSchema<unknown, unknown>,
  input: unknown,
  owner: string | null,
  facts: Facts
): ValidInput | Refusal {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (!parsed.success) return whyNot(parsed.issues[0]);
  const texts: WrittenText[] = [];
  const extracted = extractTexts(parsed.output, owner, facts, texts);
  return { input: extracted, texts, photos: photosIn(parsed.output) };
}

function extractTexts(value: unknown, owner: string | null, facts: Facts, texts: WrittenText[]): unknown {
  if (isTyped(value)) {
    const id = facts.id();
    texts.push({ id, owner, words: value.typed });
    return { text: id };
  }
  if (isTaken(value)) {
    const id = facts.id();
    texts.push({ id, owner, words: value.taken });
    return { photo: id };
  }
  if (Array.isArray(value)) return value.map((item) => extractTexts(item, owner, facts, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, extractTexts(item, owner, facts, texts)]));
}

function photosIn(value: unknown): number {
  if (isTaken(value)) return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + photosIn(item), 0);
}

function whyNot(issue: v.BaseIssue<unknown>): Refusal {
  const field = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  if (field.endsWith('photo')) return refuse('photo-not-taken', { field });
  if (issue.type === 'min_length') return refuse('text-empty', { field });
  if (issue.type === 'max_length' || issue.type === 'check') return refuse('text-too-long', { field });
  return refuse('not-understood', { field });
}

/** Every reference to typed words inside a value. */
export function textsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (isText(value)) found.add(value.text);
  else if (isWriting(value)) for (const piece of value.writing) found.add(piece);
  else if (Array.isArray(value)) for (const item of value) textsIn(item, found);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) textsIn(item, found);
  return found;
}

/** How references become words: null for what was withdrawn. */
export type Known = {
  text(id: string): string | null;
  /** The text that pieces merge to; null once every piece was withdrawn. */
  writing(pieces: readonly string[]): string | null;
};

/**
 * The value with words in place of references; null where the words were withdrawn. Parts without words are not copied.
 */
export function resolve(value: unknown, known: Known): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return known.text(value.text);
  if (isWriting(value)) return known.writing(value.writing);
  if (Array.isArray(value)) return value.map((item) => resolve(item, known));
  let copy: Record<string, unknown> | null = null;
  for (const [key, item] of Object.entries(value)) {
    const resolved = resolve(item, known);
    if (resolved !== item) (copy ??= { ...(value as Record<string, unknown>) })[key] = resolved;
  }
  return copy ?? value;
}

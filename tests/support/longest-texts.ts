/**
 * Words, addresses and names as long as they may be: a room types them, and a design often forgets them.
 */

/** The most letters of each field that people type into; of all others a statement's. */
const MOST: Readonly<Record<string, number>> = {
  name: 40,
  zone: 40,
  middle: 40,
  poleA: 60,
  poleB: 60,
  title: 120,
  tag: 30
};
const OTHERWISE = 140;

const one = (most: number) =>
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2).slice(0, most);
const address = (most: number) =>
  `https://example.org/our-meetings/2026/${'notes-and-minutes/'.repeat(6)}`.slice(0, Math.min(most, 100));
const many = (most: number) =>
  'Decisions that touch everybody in the house should be taken by everybody, however long it takes, and again if one of us thinks otherwise'.slice(
    0,
    most
  );
const mixed = (most: number) =>
  'من يقرر؟ Wer entscheidet? 誰が決めますか кто решает? מי מחליט? ใครเป็นผู้ตัดสินใจในเรื่องที่ทุกคนต้องเกี่ยวข้อง'.slice(0, most);

export const LONGEST_TEXTS = { word: one, address, words: many, scripts: mixed } as const;

// Ids, kinds and parts of a method are in small letters, without a space; photos are not words.
const isTyped = (value: string) => /^\p{Lu}\p{Ll}|\s/u.test(value);

/** The same view, with every typed text as long as it may be. */
export function withLongestTexts<View>(view: View, words: (most: number) => string, key = ''): View {
  const withLongest = (value: unknown, key: string): unknown => withLongestTexts(value, words, key);
  if (typeof view === 'string') return (isTyped(view) ? words(MOST[key] ?? OTHERWISE) : view) as View;
  if (Array.isArray(view)) return view.map((item: unknown) => withLongest(item, key.replace(/s$/, ''))) as View;
  if (typeof view !== 'object' || view === null) return view;
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, withLongest(value, key)])) as View;
}

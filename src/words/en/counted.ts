/** A number and what it counts. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers as words, where a sentence is read aloud or on its own. */
export const spelled = (count: number): string => SMALL[count] ?? String(count);

/** The same at the beginning of a sentence. */
export const opening = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const RULES = /* #__PURE__ */ new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export const ordinal = (nth: number): string => `${nth}${ENDINGS[RULES.select(nth)] ?? 'th'}`;

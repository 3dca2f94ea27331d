import { xmlText } from './xml-text.ts';

/** What Excel takes for a letter in its own way of writing: text that looks like it must be written in that way. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;
/** `constructor`, `__proto__`: the library looks a text up in a bare object, finds these, and damages the sheet. */
const FOUND_IN_ANY_OBJECT = new Set(Object.getOwnPropertyNames(Object.prototype));
/** Makes another text of one; the library takes it away when it writes, as XML has no such character. */
const NOTHING = '\0';
/** The most a cell may hold; a file with more is damaged for Excel. */
const LONGEST = 32_767;

/** Text as a cell of a workbook, where it stays text whatever it looks like. */
export function sheetText(text: string): string {
  const written = xmlText(text).replace(LOOKS_ESCAPED, '_x005F_');
  if (FOUND_IN_ANY_OBJECT.has(written)) return written + NOTHING;
  return written.length <= LONGEST ? written : written.slice(0, LONGEST).toWellFormed();
}

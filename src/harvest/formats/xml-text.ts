/** XML 1.0 has no way to write these: one of them, and a whole document is damaged. */
const UNWRITABLE = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g;

/** Text as an office document may hold it, with one line feed wherever a line ends; half a pair becomes U+FFFD. */
export const xmlText = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(UNWRITABLE, '')
    .toWellFormed();

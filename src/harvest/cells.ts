/** All that ends a line somewhere. In a cell it is one line feed, as in every spreadsheet. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Begins a formula in a spreadsheet, full-width letters included; a bar and a percent sign do so in some. */
const FORMULA = /(^|\n)(?=[^\S\n]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20])/g;
/** Blank at the very beginning is cut away by some, and what stands behind it then begins the cell. */
const BLANK = /^(?=[\t\n])/;

/** Numbers, dates, times, phone numbers and amounts: digits, and of letters no more than 1e5 and 9 pm have. */
const NUMBER = /^[^\p{L}]*\p{Nd}[^\p{L}]*(?:e[^\p{L}]*|[ap]\.?m\.?\s*)?$/iu;
/** `Mar 3`, `3-Sept`, `MARCH1`: dates, as tables of genes have found out. */
const DATE = /^(?=.*\p{Nd})[^\p{L}]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}[^\p{L}]*$/iu;
const TRUTH = /^\s*(?:true|false)\s*$/i;

/**
 * Text as a cell, so that a spreadsheet shows it letter for letter. An apostrophe stands before what it would compute,
 * on every line, because a cell of several lines may be taken apart; and before what it would turn into a number, a
 * date or a truth (`1.10` into 1.1, `00491234567` into 491234567). A program that reads the table takes these
 * apostrophes away. Source: OWASP, “CSV Injection”. What LibreOffice makes of it is told by tests/spreadsheet.test.ts.
 */
export function textCell(text: string): string {
  const lines = text.replace(LINE_END, '\n');
  const turns = NUMBER.test(lines) || DATE.test(lines) || TRUTH.test(lines);
  const guarded = lines.replace(FORMULA, "$1'");
  return (turns || BLANK.test(guarded)) && !guarded.startsWith("'") ? `'${guarded}` : guarded;
}

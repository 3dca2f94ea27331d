/** What words begin with alike, in letters, to be forms of one word, and how much of the longer one that must be. */
const LEAST_LETTERS = 4;
const LEAST_SHARE = 0.6;

/**
 * One name for the forms of a word: “connect”, “connecting” and “connections” have one stem, whatever the language. No
 * grammar is known here. The shortest form is the name, so the words are taken by length. A stemmer of each language
 * weighs 860 kB and needs to be told the language, and a board holds several.
 */
export function stemsOf(words: Iterable<string>): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  const named = new Map<string, string[]>();
  for (const word of [...new Set(words)].sort(byLength)) {
    const start = word.slice(0, LEAST_LETTERS);
    const names = named.get(start) ?? [];
    const name = names.find((each) => isForm(word, each)) ?? word;
    if (name === word) named.set(start, [...names, word]);
    stems.set(word, name);
  }
  return stems;
}

const byLength = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

function isForm(word: string, name: string): boolean {
  let alike = 0;
  while (alike < name.length && word[alike] === name[alike]) alike += 1;
  return alike >= LEAST_LETTERS && alike >= LEAST_SHARE * word.length;
}

/**
 * What a hand did to a text, read from the text before and after: at `at`, `without` letters went and `insert` came.
 * `caret`, where the hand is afterwards, tells which of several like letters it was.
 */
export function edited(before: string, after: string, caret: number): { at: number; without: number; insert: string } {
  // What lies behind the caret was not touched by typing; then what lies before it.
  const most = Math.min(before.length, after.length);
  let behind = 0;
  const behindMost = Math.min(most, after.length - caret);
  while (behind < behindMost && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind += 1;
  let ahead = 0;
  while (ahead < most - behind && before[ahead] === after[ahead]) ahead += 1;
  // Half a letter is no letter: Yjs would put a replacement sign in its place.
  if (ahead > 0 && isHigh(before[ahead - 1]) && (isLow(before[ahead]) || isLow(after[ahead]))) ahead -= 1;
  const first = (text: string) => text[text.length - behind];
  if (behind > 0 && isLow(first(before)) && isLow(first(after))) behind -= 1;
  return { at: ahead, without: before.length - ahead - behind, insert: after.slice(ahead, after.length - behind) };
}

const isHigh = (unit: string | undefined) => unit !== undefined && unit >= '\uD800' && unit <= '\uDBFF';
const isLow = (unit: string | undefined) => unit !== undefined && unit >= '\uDC00' && unit <= '\uDFFF';

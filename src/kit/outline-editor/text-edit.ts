/**
 * Finds the edit between the text before and after: at `at`, `without` letters were deleted and `insert` was inserted.
 * `caret`, its position after the edit, decides which of several equal letters it was.
 */
export function editBetween(
  before: string,
  after: string,
  caret: number
): { at: number; without: number; insert: string } {
  // Typing does not change what is after the caret; the rest before it is compared next.
  const most = Math.min(before.length, after.length);
  let behind = 0;
  const behindMost = Math.min(most, after.length - caret);
  while (behind < behindMost && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind += 1;
  let ahead = 0;
  while (ahead < most - behind && before[ahead] === after[ahead]) ahead += 1;
  // A surrogate pair must not be split: Yjs would replace its halves by a replacement character.
  if (ahead > 0 && isHigh(before[ahead - 1]) && (isLow(before[ahead]) || isLow(after[ahead]))) ahead -= 1;
  const first = (text: string) => text[text.length - behind];
  if (behind > 0 && isLow(first(before)) && isLow(first(after))) behind -= 1;
  return { at: ahead, without: before.length - ahead - behind, insert: after.slice(ahead, after.length - behind) };
}

const isHigh = (unit: string | undefined) => unit !== undefined && unit >= '\uD800' && unit <= '\uDBFF';
const isLow = (unit: string | undefined) => unit !== undefined && unit >= '\uDC00' && unit <= '\uDFFF';

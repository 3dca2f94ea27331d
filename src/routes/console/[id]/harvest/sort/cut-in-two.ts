/** Also of texts whose words have no spaces between them. */
const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * A text in two: before the word at the cursor, where that leaves words on both sides; else at the sentence, or the
 * word, that begins nearest the middle.
 */
export function cutInTwo(text: string, cursor: number): [string, string] {
  const starts = [...words.segment(text)].flatMap(({ index, isWordLike }) => (isWordLike && index > 0 ? [index] : []));
  const atCursor = starts.findLast((start) => start <= cursor);
  const isInside = atCursor !== undefined && cursor < text.length;
  const begins = [...sentences.segment(text)].flatMap(({ index }) => (index > 0 ? [index] : []));
  const at = isInside ? atCursor : nearestMiddle(begins.length > 0 ? begins : starts, text);
  return [text.slice(0, at).trim(), text.slice(at).trim()];
}

function nearestMiddle(places: readonly number[], text: string): number {
  const distance = (at: number) => Math.abs(at - text.length / 2);
  return places.reduce((best, at) => (distance(at) < distance(best) ? at : best), places[0] ?? text.length);
}

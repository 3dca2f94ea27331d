/**
 * An excerpt as pieces; matches stand between U+E000 and U+E001. They become elements, so markup that was typed stays
 * text.
 */
export function splitMatches(excerpt: string): { text: string; match: boolean }[] {
  const found = excerpt.split('\uE000').flatMap((part, i) => {
    const [match = '', rest = ''] = part.split('\uE001', 2);
    return i === 0
      ? [{ text: part, match: false }]
      : [
          { text: match, match: true },
          { text: rest, match: false }
        ];
  });
  return found.filter(({ text }) => text !== '');
}

/** The titles of blocks in one phrase. More than three are not listed: the list would hide what the sentence says. */
function blocks(titles: readonly (string | null)[]): string {
  if (titles.length > 3 || titles.includes(null)) return titles.length === 1 ? 'one part' : 'some parts';
  const quoted = titles.map((title) => `“${title}”`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}

/** Who will see a person's name, told before they type it. `board` and `phones` are titles of blocks of the agenda. */
export const names = {
  shown({ board, phones }: { board: readonly (string | null)[]; phones: readonly (string | null)[] }): string {
    const alone = phones.filter((title) => !board.includes(title));
    return [
      'Facilitators and helpers see it.',
      board.length === 0 ? 'The board shows no names.' : `The board shows names in ${blocks(board)}.`,
      ...(alone.length === 0 ? [] : [`In ${blocks(alone)}, people you sit with see it on their phones.`]),
      'Each part tells you on your phone who sees what before you take part.'
    ].join(' ');
  },
  published: (edition: boolean): string =>
    edition ? 'Names are left out, except of people who agree to be named.' : 'Names are left out.'
};

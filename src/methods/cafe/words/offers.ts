import { counted } from '#words/en/counted.ts';

/** What the console suggests: chairs for people who have none, and an exchange of seats that saves a repeat. */
export const offerWords = {
  full: {
    title: 'Every chair is taken',
    waiting: (names: readonly string[], more: number) =>
      `${listed(names, more)} ${names.length + more === 1 ? 'waits' : 'wait'} for a chair.`,
    add: (number: number) => `Add a chair to table ${number}`,
    added: (number: number) => `Table ${number} has one more chair.`,
    open: (number: number) => `Open table ${number}`,
    opened: (number: number) => `Table ${number} is open. Those who wait sit there.`,
    about: 'Whoever waits longest is seated at once.',
    none: 'No table takes another chair.'
  },

  swap: {
    title: 'Two people would meet again',
    says: (one: string, other: string, round: number, fewer: number) =>
      `Swap ${one} and ${other} in round ${round}: ${counted(fewer, 'repeat', 'repeats')} fewer.`,
    about: 'Neither of them has been told that table yet.',
    take: 'Swap them',
    takeOf: (one: string, other: string) => `Swap them: ${one} and ${other}`,
    taken: (one: string, other: string, round: number) => `${one} and ${other} change tables in round ${round}.`
  }
};

function listed(names: readonly string[], more: number): string {
  const all = more > 0 ? [...names, counted(more, 'other', 'others')] : names;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

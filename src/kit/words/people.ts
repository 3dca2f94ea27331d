import { ordinal } from '#words/en/counted.ts';

/** The words of the person picker. */
export const words = {
  find: 'Find somebody',
  about: (name: string) => `${name}: what can be done`,
  walkIns: 'Without a phone',
  everybody: 'Everybody here',
  guest: (order: number) => `Guest ${order}`,
  nth: (name: string, nth: number) => `${name} · ${ordinal(nth)}`,
  none: 'Nobody by that name. Add people without a phone under “People”.',
  nobody: 'Nobody is here yet. Add people without a phone under “People”.',
  scribes: {
    add: 'Make somebody a scribe',
    make: 'Make a scribe',
    remove: 'Not a scribe any more',
    removeOf: (name: string) => `Not a scribe any more: ${name}`
  },
  more: (count: number) => `${count} more. Type a name to find them.`
};

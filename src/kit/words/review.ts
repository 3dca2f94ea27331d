import { counted } from '#words/en/counted.ts';
import type { Noun } from './grouping.ts';

/** The words where cards are looked at before the board shows them. */
export const reviewWords = ({ one, many }: Noun) => ({
  title: (count: number) => `To look at: ${count}`,
  wait: (count: number) => (count === 1 ? '1 waits for a look' : `${count} wait for a look`),
  about: `The board shows a ${one} once you have said so.`,
  show: 'Show',
  showOf: (said: string) => `Show: ${said}`,
  hide: 'Do not show',
  hideOf: (said: string) => `Do not show: ${said}`,
  done: `All ${many} are looked at.`,
  shown: `The ${one} is on the wall.`,
  hidden: `The ${one} is not on the wall.`,
  find: `Find a ${one}`,
  more: (count: number) => `And ${counted(count, `other ${one}`, `other ${many}`)}: type what it says.`,
  correct: 'Correct',
  correctOf: (said: string) => `Correct: ${said}`,
  corrected: `The ${one} is corrected.`,
  keep: 'Keep it',
  leave: 'Leave it as it is',
  hiddenTitle: (count: number) => `Not shown: ${count}`
});

export type ReviewWords = ReturnType<typeof reviewWords>;

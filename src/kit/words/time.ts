import { counted, opening } from '#words/en/counted.ts';

/** What consoles say of the time that runs for the whole room. */
export const moreTime = {
  title: 'More time',
  plus: (minutes: number) => `+${minutes}`,
  plusFull: (minutes: number) => `${opening(counted(minutes, 'minute', 'minutes'))} more for everybody`,
  added: (minutes: number) => `${opening(counted(minutes, 'minute', 'minutes'))} more for everybody.`
} as const;

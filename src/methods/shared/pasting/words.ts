import { counted } from '#words/en/counted.ts';

/** What is asked when several lines were pasted where notes are written. */
export const words = {
  ask: (points: number) => `${counted(points, 'note', 'notes')}, or one?`,
  many: (points: number) => counted(points, 'note', 'notes'),
  one: 'One note'
};

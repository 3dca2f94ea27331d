import { counted } from '#words/en/counted.ts';

/** The question after several lines were pasted into a note. */
export const words = {
  ask: (points: number) => `${counted(points, 'note', 'notes')}, or one?`,
  many: (points: number) => counted(points, 'note', 'notes'),
  one: 'One note'
};

import { rows } from '#kit/rules/outline/place-after-step.ts';
import type { OutlineSeen } from '../views/outline.ts';
import type { SitterSeen } from '../views/chairs.ts';
import { DISCUSSION } from '../notes/discussion-branch.ts';

type Row =
  | { id: string; kind: 'branch'; speaker: SitterSeen | null }
  | { id: string; kind: 'note'; body: string | null; deep: number };

/**
 * The rows of the outline: speakers in the order in which they first sat, the discussion last, each with its notes.
 * Branches without notes are not shown.
 */
export function outlineRows({ branches, notes }: OutlineSeen): Row[] {
  return Object.entries(branches)
    .sort(([one, a], [other, b]) => Number(one === DISCUSSION) - Number(other === DISCUSSION) || a.order - b.order)
    .flatMap(([branch, { speaker }]): Row[] => {
      const noted = rows(notes, branch);
      if (noted.length === 0) return [];
      const below = noted.map(({ id, note, level }): Row => ({ id, kind: 'note', body: note.body, deep: level - 1 }));
      return [{ id: branch, kind: 'branch', speaker }, ...below];
    });
}

import { rows } from '../../shared/outline/steps.ts';
import type { OutlineSeen } from '../views/outline.ts';
import type { SitterSeen } from '../views/chairs.ts';
import { DISCUSSION } from '../notes/discussion-branch.ts';

type Row =
  | { id: string; kind: 'branch'; speaker: SitterSeen | null }
  | { id: string; kind: 'note'; body: string | null; deep: number };

/**
 * The outline from the top: speakers in the order they first spoke, the discussion last, each with what was noted.
 * Empty branches are left out.
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

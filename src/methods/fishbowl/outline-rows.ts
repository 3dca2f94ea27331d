import { DISCUSSION } from './views.ts';
import type { OutlineSeen, SitterSeen } from './seen.ts';

type Row =
  | { id: string; kind: 'branch'; speaker: SitterSeen | null }
  | { id: string; kind: 'note'; body: string | null; deep: number };

/** The outline from the top: speakers in the order they first spoke, the discussion last, each with what was noted. Empty branches are left out. */
export function outlineRows({ branches, notes }: OutlineSeen): Row[] {
  const under = new Map<string, [string, OutlineSeen['notes'][string]][]>();
  for (const [id, note] of Object.entries(notes)) {
    const key = note.parent ?? `branch ${note.branch}`;
    const siblings = under.get(key);
    if (siblings) siblings.push([id, note]);
    else under.set(key, [[id, note]]);
  }
  const below = (key: string, deep: number): Row[] =>
    (under.get(key) ?? [])
      .sort(([, one], [, other]) => one.order - other.order)
      .flatMap(([id, { body }]): Row[] => [{ id, kind: 'note', body, deep }, ...below(id, deep + 1)]);
  return Object.entries(branches)
    .sort(([one, a], [other, b]) => Number(one === DISCUSSION) - Number(other === DISCUSSION) || a.order - b.order)
    .flatMap(([id, { speaker }]): Row[] => {
      const rows = below(`branch ${id}`, 0);
      return rows.length === 0 ? [] : [{ id, kind: 'branch', speaker }, ...rows];
    });
}

import type { WallNoteSeen, WallSeen } from '../views/wall.ts';

export type WallItem = { id: string; note: WallNoteSeen; chosen: boolean; more: WallItem[] };
export type WallGroup = { id: string | null; name: string | null; items: WallItem[] };
/** One question of the wall, and what was written to it. */
export type WallAsk = { ask: string; question: string | null; groups: WallGroup[] };

/**
 * The wall in the order it is read: question by question as they were asked. Under each question its groups as they
 * were made, the loose pile last and always there; under each note what says more about it. Gems and what a table chose
 * come first.
 */
export function asksOf(wall: WallSeen): WallAsk[] {
  return Object.entries(wall.asks)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([ask, { question }]) => {
      const notes = Object.entries(wall.notes).filter(([, note]) => note.ask === ask);
      return { ask, question, groups: groupsOf({ ...wall, notes: Object.fromEntries(notes) }) };
    })
    .filter(({ groups }) => groups.some(({ items }) => items.length > 0));
}

/** All groups, also groups with none of these notes. */
export function groupsOf({ notes, clusters, cards }: WallSeen): WallGroup[] {
  const all = Object.entries(notes);
  const item = ([id, note]: [string, WallNoteSeen]): WallItem => ({
    id,
    note,
    chosen: Object.hasOwn(cards, id),
    more: all
      .filter(([, other]) => other.parent === id)
      .sort(later)
      .map(item)
  });
  const tops = all.filter(([, { parent }]) => parent === null || !Object.hasOwn(notes, parent));
  const inside = (cluster: string | null) =>
    tops
      .filter(
        ([, note]) => (note.cluster !== null && Object.hasOwn(clusters, note.cluster) ? note.cluster : null) === cluster
      )
      .sort((one, other) => weight(other, cards) - weight(one, cards) || later(one, other))
      .map(item);
  const named = Object.entries(clusters)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id, { name }]) => ({ id, name, items: inside(id) }));
  return [...named, { id: null, name: null, items: inside(null) }];
}

const later = ([, one]: [string, WallNoteSeen], [, other]: [string, WallNoteSeen]): number => one.order - other.order;

const weight = ([id, { gem }]: [string, WallNoteSeen], cards: WallSeen['cards']): number =>
  (gem ? 2 : 0) + (Object.hasOwn(cards, id) ? 1 : 0);

import type { Kept, Records, Terms } from '../records.ts';

export function recordsInMemory(): Records {
  const kept = new Map<string, { kind: string; record: string }>();
  const place = (kind: string, key: string): string => JSON.stringify([kind, key]);

  function find(kind: string, key: string): Kept | null {
    const found = kept.get(place(kind, key));
    const record = found ? (JSON.parse(found.record) as Kept) : null;
    return record && (record.expiresAt === null || record.expiresAt > Date.now()) ? record : null;
  }

  function write(kind: string, key: string, value: unknown, { group, expiresAt }: Terms = {}): void {
    const record: Kept = { key, value, group: group ?? null, expiresAt: expiresAt ?? null };
    kept.set(place(kind, key), { kind, record: JSON.stringify(record) });
  }

  const inGroup = (kind: string, group: string): Kept[] =>
    [...kept.values()]
      .filter((one) => one.kind === kind)
      .map((one) => JSON.parse(one.record) as Kept)
      .filter((record) => record.group === group && find(kind, record.key) !== null)
      .sort((a, b) => (a.key < b.key ? -1 : 1));

  return {
    async put(kind, key, value, terms) {
      write(kind, key, value, terms);
    },
    async add(kind, key, value, terms) {
      if (find(kind, key)) return false;
      write(kind, key, value, terms);
      return true;
    },
    async replace(kind, key, value, terms) {
      if (!find(kind, key)) return false;
      write(kind, key, value, terms);
      return true;
    },
    get: async (kind, key) => find(kind, key),
    list: async (kind, group) => inGroup(kind, group),
    async remove(kind, key) {
      const was = find(kind, key) !== null;
      kept.delete(place(kind, key));
      return was;
    },
    async removeGroup(kind, group) {
      for (const record of inGroup(kind, group)) kept.delete(place(kind, record.key));
    }
  };
}

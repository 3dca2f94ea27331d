/**
 * Drafts on this device, by place. They lie in localStorage, which works over plain HTTP on a hall's own network, too.
 * Where localStorage is missing or full, drafts live as long as the page.
 */
const PREFIX = 'plenary-draft ';
/** On the next day a person begins anew. */
const KEPT_MS = 12 * 3600_000;

const memory = new Map<string, string>();

export function readDraft(place: string): string | null {
  const kept = stored((storage) => storage.getItem(PREFIX + place)) ?? memory.get(PREFIX + place) ?? null;
  return kept === null ? null : (parsed(kept)?.words ?? null);
}

export function writeDraft(place: string, words: string): void {
  const kept = JSON.stringify({ at: Date.now(), words });
  memory.set(PREFIX + place, kept);
  stored((storage) => storage.setItem(PREFIX + place, kept));
}

export function dropDraft(place: string): void {
  memory.delete(PREFIX + place);
  stored((storage) => storage.removeItem(PREFIX + place));
}

/** Drops every draft whose place `goes`, and all old ones: people who share a device never find each other's drafts. */
export function dropDrafts(goes: (place: string) => boolean): void {
  for (const key of keys()) {
    const at = parsed(stored((storage) => storage.getItem(key)) ?? memory.get(key) ?? '')?.at ?? 0;
    if (goes(key.slice(PREFIX.length)) || Date.now() - at > KEPT_MS) dropDraft(key.slice(PREFIX.length));
  }
}

function keys(): string[] {
  const all = stored((storage) => Array.from({ length: storage.length }, (_, nth) => storage.key(nth) ?? '')) ?? [];
  return [...new Set([...all, ...memory.keys()])].filter((key) => key.startsWith(PREFIX));
}

function stored<Value>(work: (storage: Storage) => Value): Value | null {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}

function parsed(kept: string): { at: number; words: string } | null {
  try {
    return JSON.parse(kept) as { at: number; words: string };
  } catch {
    return null;
  }
}

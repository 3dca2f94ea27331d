import type { Batch, Entry } from '#gathering/ports.ts';

/**
 * The log lacks a version that was in it once: a file was put back from an old backup, or somebody deleted a stream.
 * Trying again does not help, and folding on would be a guess, so the gathering stops here.
 */
export class BrokenHistory extends Error {
  constructor(stream: string, missing: number) {
    super(`The log of ${stream} lacks version ${missing}, which was in it before. Restore it before going on.`);
  }
}

export function lastOf({ first, batch }: Entry): number {
  return first + batch.events.length - 1;
}

/** Each batch begins where the one before it ended. */
export function refuseGaps(stream: string, entries: Entry[]): Entry[] {
  for (const [i, entry] of entries.entries()) {
    const before = entries[i - 1];
    if (before && entry.first !== lastOf(before) + 1) throw new BrokenHistory(stream, lastOf(before) + 1);
  }
  return entries;
}

/** An entry without events would have the place of the next one, so two batches could claim one version. */
export function refuseEmpty(batch: Batch): void {
  if (batch.events.length === 0) throw new RangeError('A batch holds at least one event.');
}

import { crc32 } from 'node:zlib';
import { BrokenHistory, type Batch, type Entry } from '#gathering/ports.ts';

/** A batch as it lies in a store. `first`: the version of its first event; `sum`: see {@link sumOf}. */
export type Kept = { first: number; batch: string; sum: number };

/**
 * 32 bits over a batch and its place, against disks and hands that change what was written: one altered byte is always
 * found, a random page is missed once in four thousand million times. It is no signature: a forger can compute it, too.
 */
export function sumOf(stream: string, first: number, batch: string): number {
  return crc32(batch, crc32(`${stream} ${first} `));
}

export function lastOf({ first, batch }: Entry): number {
  return first + batch.events.length - 1;
}

/**
 * Batches that follow version `after` without a gap, each as it was written, or {@link BrokenHistory} with those before
 * the fault.
 */
export function soundEntries(stream: string, after: number, kept: readonly Kept[]): Entry[] {
  const sound: Entry[] = [];
  let next = after + 1;
  for (const { first, batch, sum } of kept) {
    if (first !== next) throw new BrokenHistory(stream, Math.min(first, next), 'lacks', sound);
    if (sumOf(stream, first, batch) !== sum) throw new BrokenHistory(stream, first, 'is damaged at', sound);
    const entry = { first, batch: JSON.parse(batch) as Batch };
    sound.push(entry);
    next = lastOf(entry) + 1;
  }
  return sound;
}

/**
 * Throws {@link BrokenHistory} where a batch up to version `upTo` is missing or damaged. `page`: returns as many
 * batches after a version as are read at once, so that a writer waits for one page at most.
 */
export async function checkByPages(
  stream: string,
  upTo: number,
  page: (after: number) => Promise<readonly Kept[]>
): Promise<void> {
  for (let at = 0; at < upTo;) {
    const kept = (await page(at)).filter(({ first }) => first <= upTo);
    const last = soundEntries(stream, at, kept).at(-1);
    if (!last) throw new BrokenHistory(stream, at + 1, 'lacks');
    at = lastOf(last);
  }
}

/** A batch without events would claim the same version as the next batch. */
export function refuseEmpty(batch: Batch): void {
  if (batch.events.length === 0) throw new RangeError('A batch holds at least one event.');
}

import type { Batch, BrokenHistory, Entry, Log, WrittenText } from './ports.ts';

/** `raced`: another node appended first, so the commands are decided anew. The others: the store cannot be written. */
export type AppendOutcome = 'kept' | 'raced' | 'storage-full' | 'storage-away';

type Append = { expected: number; batch: Batch; texts: WrittenText[] };

/** Appends a batch, and when the store does not say whether it did, looks for the batch in the log. */
export async function append(
  log: Log,
  stream: string,
  { expected, batch, texts }: Append,
  report: (error: unknown) => void
): Promise<AppendOutcome> {
  try {
    const appended = await log.append(stream, expected, batch, texts);
    return 'conflict' in appended ? 'raced' : 'kept';
  } catch (error) {
    // The reply may have been lost on the way back: our own batch in the log tells.
    const tail = await log.read(stream, expected).catch(() => []);
    if (tail.some((entry) => entry.batch.id === batch.id)) return 'kept';
    // The store does not hold what this node folded. The catch-up that follows a race finds out what it holds.
    if (soundPart(error) || hasEnded(error)) return 'raced';
    const trouble = storeTrouble(error);
    if (!trouble) report(error);
    return trouble ?? 'storage-away';
  }
}

/** The batches before what is missing or damaged; null for any other error. */
export function soundPart(error: unknown): Entry[] | null {
  return reasonOf(error) === 'history-broken' ? (error as BrokenHistory).sound : null;
}

/** The gathering was deleted, here or by another node. */
export const hasEnded = (error: unknown): boolean => reasonOf(error) === 'gathering-deleted';

export function storeTrouble(error: unknown): 'storage-full' | 'storage-away' | null {
  const reason = reasonOf(error);
  return reason === 'storage-full' || reason === 'storage-away' ? reason : null;
}

/** Told by its shape: this file may be loaded twice, and then `instanceof` would lie. */
const reasonOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'reason' in error ? error.reason : null;

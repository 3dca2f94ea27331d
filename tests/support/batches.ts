import type { Batch, Entry } from '#gathering/ports.ts';

let made = 0;

/** A batch of `events` events that says who wrote it. Every batch has an id of its own. */
export function batchOf(writer: string, events: number): Batch {
  made += 1;
  const id = `${writer}-${made}`;
  return {
    id,
    events: Array.from({ length: events }, (_, i) => ({
      activity: 'gathering',
      type: 'Noted',
      v: 1,
      at: 1_000 + made,
      data: { writer, i }
    })),
    receipts: [{ device: `${writer}-phone`, n: made, digest: id, role: 'participant', person: writer, events }]
  };
}

/** The versions a history covers, in the order it gives them. */
export function versionsOf(entries: Entry[]): number[] {
  return entries.flatMap(({ first, batch }) => batch.events.map((_, i) => first + i));
}

export function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

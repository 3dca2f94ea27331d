import * as Y from 'yjs';

/**
 * Makes a Yjs update that fills in withdrawn pieces with deleted letters; null when nothing is missing. The pieces of
 * other people refer to letters of the withdrawn ones, and without them could not be shown at all.
 */
export function fillerUpdate(doc: Y.Doc, root: string): Uint8Array | null {
  const { pendingStructs, clients } = doc.store;
  if (!pendingStructs) return null;
  const held = new Map<number, Span[]>();
  const end = new Map<number, number>();
  const reach = (client: number, clock: number) => end.set(client, Math.max(end.get(client) ?? 0, clock));
  const hold = (client: number, span: Span) => held.set(client, [...(held.get(client) ?? []), span]);

  for (const client of clients.keys()) hold(client, { from: 0, to: Y.getState(doc.store, client) });
  for (const struct of Y.decodeUpdateV2(pendingStructs.update).structs) {
    const { client, clock } = struct.id;
    reach(client, clock + struct.length);
    const isItem = 'origin' in struct;
    if (isItem || struct.constructor === Y.GC) hold(client, { from: clock, to: clock + struct.length });
    if (!isItem) continue;
    for (const beside of [struct.origin, struct.rightOrigin]) if (beside) reach(beside.client, beside.clock + 1);
  }

  const missing = [...end].map(([client, to]) => ({ client, spans: between(held.get(client) ?? [], to) }));
  const gaps = missing.filter(({ spans }) => spans.length > 0);
  return gaps.length > 0 ? deleted(gaps, root) : null;
}

/** A range of letters of one Yjs client, counted from 0 in the order of typing. */
type Span = { from: number; to: number };

function between(held: readonly Span[], end: number): Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { from, to } of held.toSorted((one, other) => one.from - other.from)) {
    if (from > at) gaps.push({ from: at, to: Math.min(from, end) });
    at = Math.max(at, to);
  }
  if (at < end) gaps.push({ from: at, to: end });
  return gaps;
}

const DELETED = 1;
const AFTER_ANOTHER = 0x80;

/**
 * In Yjs's update format 1: by client, ranges of deleted letters, each placed after the letter that the same client
 * typed before.
 */
function deleted(gaps: readonly { client: number; spans: readonly Span[] }[], root: string): Uint8Array {
  const bytes: number[] = [];
  const whole = (number: number) => {
    for (; number > 0x7f; number = Math.floor(number / 128)) bytes.push((number % 128) | 0x80);
    bytes.push(number);
  };
  // Each range is a section of its own, because the sections of one client may have gaps between them.
  const runs = gaps.flatMap(({ client, spans }) => spans.map((span) => ({ client, ...span })));
  const sections = runs.map(({ client, from, to }) => {
    bytes.length = 0;
    for (const number of [1, 1, client, from]) whole(number);
    if (from > 0) {
      bytes.push(DELETED | AFTER_ANOTHER);
      whole(client);
      whole(from - 1);
    } else {
      const name = new TextEncoder().encode(root);
      bytes.push(DELETED);
      whole(1);
      whole(name.length);
      bytes.push(...name);
    }
    whole(to - from);
    whole(0);
    return Uint8Array.from(bytes);
  });
  return Y.mergeUpdates(sections);
}

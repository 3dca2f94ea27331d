/**
 * Points that move while fingers do, as bytes. One frame is one WebSocket message; numbers are unsigned and big-endian.
 *
 *     moved, all   kind u8, line u32, then per dot: dot u16, x u16 (`all` replaces what was held, `moved` adds to it)
 *     shape        kind u8, line u32, then per range of the line: its end u16, people u16; the first begins at 0
 *     end          kind u8, line u32: nothing moves here any more, what rests is in the views
 *     move         line u32, x u16: from a phone
 */
export type CrowdFrame =
  | { kind: 'moved' | 'all'; topic: number; dots: readonly MovedDot[] }
  | { kind: 'shape'; topic: number; ranges: readonly ShapeRange[] }
  | { kind: 'end'; topic: number };

/** From where the range before it ends. */
export type ShapeRange = readonly [end: number, people: number];
/** A dot and where it is; {@link AT_REST} when it is where the record says, or nowhere. */
export type MovedDot = readonly [dot: number, x: number];
export type Move = { topic: number; x: number };

export const AT_REST = 0xffff;
/** A dot's number and a position are at most this: the value above says that a dot rests. */
export const MOST = 0xfffe;

const KINDS = ['moved', 'all', 'shape', 'end'] as const;
const HEAD_BYTES = 5;
const PAIR_BYTES = 4;
const MOVE_BYTES = 6;

/**
 * What is moved on, as a number both sides can tell: 32 bits of FNV-1a. A move that speaks of another line is stale.
 */
export function motionTopic(activity: string, about: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${activity} ${about}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

export function encodeFrame(frame: CrowdFrame): Uint8Array {
  const pairs = 'dots' in frame ? frame.dots : 'ranges' in frame ? frame.ranges : [];
  const bytes = new Uint8Array(HEAD_BYTES + pairs.length * PAIR_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, KINDS.indexOf(frame.kind));
  view.setUint32(1, frame.topic);
  let at = HEAD_BYTES;
  for (const [one, other] of pairs) {
    view.setUint16(at, one);
    view.setUint16(at + 2, Math.min(other, 0xffff));
    at += PAIR_BYTES;
  }
  return bytes;
}

/** Null for bytes that are none of these frames. */
export function decodeFrame(bytes: ArrayBuffer | Uint8Array): CrowdFrame | null {
  const view = viewOf(bytes);
  const kind = view.byteLength < HEAD_BYTES ? undefined : KINDS[view.getUint8(0)];
  if (!kind) return null;
  const topic = view.getUint32(1);
  const rest = view.byteLength - HEAD_BYTES;
  if (kind === 'end') return rest === 0 ? { kind, topic } : null;
  if (rest % PAIR_BYTES !== 0) return null;
  const pairs = Array.from({ length: rest / PAIR_BYTES }, (_, nth) => {
    const at = HEAD_BYTES + nth * PAIR_BYTES;
    return [view.getUint16(at), view.getUint16(at + 2)] as const;
  });
  return kind === 'shape' ? { kind, topic, ranges: pairs } : { kind, topic, dots: pairs };
}

export function encodeMove({ topic, x }: Move): Uint8Array {
  const bytes = new Uint8Array(MOVE_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, topic);
  view.setUint16(4, x);
  return bytes;
}

export function decodeMove(bytes: ArrayBuffer | Uint8Array): Move | null {
  if (bytes.byteLength !== MOVE_BYTES) return null;
  const view = viewOf(bytes);
  return { topic: view.getUint32(0), x: view.getUint16(4) };
}

const viewOf = (bytes: ArrayBuffer | Uint8Array): DataView =>
  ArrayBuffer.isView(bytes) ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new DataView(bytes);

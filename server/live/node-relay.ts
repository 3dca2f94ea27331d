/**
 * Messages between nodes about what changes all the time. Nothing is stored and delivery is not promised: what gets
 * lost is sent again soon.
 */
export type Relay = {
  /** Sends to the other nodes. Never throws. */
  publish(gathering: string, bytes: Uint8Array): void;
  /** Calls `each` for messages of other nodes, and possibly of this one, until the returned function is called. */
  subscribe(gathering: string, each: (bytes: Uint8Array) => void): () => void;
};

/** `crowd`: the points that move under fingers. `presence`: who is connected. */
export type Relays = { crowd: Relay; presence: Relay };

/** For a node that has no others. */
export const alone: Relay = { publish: () => {}, subscribe: () => () => {} };

/**
 * All that moves on one node's phones. `node` is drawn by chance at its start, `tick` only grows: an older array is not
 * looked at.
 */
export type NodeDots = {
  node: number;
  tick: number;
  topic: number;
  dots: readonly (readonly [dot: number, x: number])[];
};

const HEAD_BYTES = 12;
const DOT_BYTES = 4;

export function encodeNodeDots({ node, tick, topic, dots }: NodeDots): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + dots.length * DOT_BYTES);
  const view = new DataView(bytes.buffer);
  [node, tick, topic].forEach((word, nth) => view.setUint32(nth * 4, word));
  dots.forEach(([dot, x], nth) => {
    view.setUint16(HEAD_BYTES + nth * DOT_BYTES, dot);
    view.setUint16(HEAD_BYTES + nth * DOT_BYTES + 2, x);
  });
  return bytes;
}

export function decodeNodeDots(bytes: Uint8Array): NodeDots | null {
  const count = (bytes.byteLength - HEAD_BYTES) / DOT_BYTES;
  if (!Number.isInteger(count) || count < 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dots = Array.from({ length: count }, (_, nth): [number, number] => {
    const at = HEAD_BYTES + nth * DOT_BYTES;
    return [view.getUint16(at), view.getUint16(at + 2)];
  });
  return { node: view.getUint32(0), tick: view.getUint32(4), topic: view.getUint32(8), dots };
}

import { decodeFrame, encodeMove, type ShapeRange } from '#wire/motion-frames.ts';
import { each } from './forms.ts';
import { READERS, type People } from './people.ts';
import { PlainWebSocket } from './plain-websocket.ts';

const AT_ONCE = 64;

export async function floorPeople(url: string, n: number, phonesSeeDots: boolean): Promise<People> {
  const phoneOf = new Uint32Array(65_536);
  const wires: PlainWebSocket[] = [];
  let gone = 0;
  let left = false;
  let seenDot: (receiver: number, phone: number, x: number) => void = () => {};
  let seenShape: (receiver: number, ranges: readonly ShapeRange[]) => void = () => {};

  async function dial(path: string, receiver: number | null, told: (dot: number) => void): Promise<PlainWebSocket> {
    let here: () => void = () => {};
    const greeted = new Promise<void>((resolve) => (here = resolve));
    const wire = new PlainWebSocket(
      new URL(path, url),
      {},
      {
        text(bytes) {
          told(Number(bytes.toString()));
          here();
        },
        binary: receiver === null ? () => {} : (bytes) => read(receiver, bytes),
        closed: () => (gone += left ? 0 : 1)
      }
    );
    await wire.opened;
    await greeted;
    return wire;
  }

  function read(receiver: number, bytes: Buffer): void {
    const frame = decodeFrame(bytes);
    if (frame?.kind === 'shape') seenShape(receiver, frame.ranges);
    if (frame && 'dots' in frame) for (const [dot, x] of frame.dots) seenDot(receiver, phoneOf[dot] ?? 0, x);
  }

  const began = performance.now();
  await each(
    Array.from({ length: n }, (_, phone) => phone),
    AT_ONCE,
    async (phone) => {
      wires[phone] = await dial('/phone', phone < READERS ? phone + 1 : null, (dot) => (phoneOf[dot] = phone));
    }
  );
  const joinedMs = performance.now() - began;
  const board = await dial('/board', 0, () => {});

  return {
    joinedMs,
    phonesSeeDots,
    move: (phone, x) => wires[phone]?.binary(encodeMove({ topic: 1, x })),
    onDot: (seen) => (seenDot = seen),
    onShape: (seen) => (seenShape = seen),
    received: () => wires.reduce((sum, wire) => sum + wire.received, 0),
    lost: () => gone,
    leave() {
      left = true;
      [board, ...wires].forEach((wire) => wire.cut());
    }
  };
}

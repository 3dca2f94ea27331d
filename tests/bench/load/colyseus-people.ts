import { request } from 'node:http';
import { once } from 'node:events';
import { each } from './forms.ts';
import { READERS, type People } from './people.ts';
import { PlainWebSocket } from './plain-websocket.ts';

type Change = { ref: { id?: number; x?: number }; field: string; value: unknown };
type Reading = { openReading(): (bytes: Uint8Array) => Change[] };

const AT_ONCE = 64;
// @colyseus/shared-types, Protocol
const JOIN_ROOM = 10;
const ROOM_DATA = 13;
const ROOM_STATE = 14;
const ROOM_STATE_PATCH = 15;
// MessagePack: the text "m", then a number of 16 bits
const TYPE_M = [0xa1, 0x6d];
const UINT16 = 0xcd;

/**
 * Speaks Colyseus by hand as well, so that the load costs the same for every server; only readers decode, with its own
 * decoder.
 */
export async function colyseusPeople(url: string, n: number): Promise<People> {
  // A path that the compiler does not follow: the packages are there only where the bench has installed them.
  const { openReading } = (await import(new URL('../colyseus/reading.mjs', import.meta.url).href)) as Reading;
  const phoneOf = new Uint32Array(65_536);
  const wires: PlainWebSocket[] = [];
  let gone = 0;
  let left = false;
  let seenDot: (receiver: number, phone: number, x: number) => void = () => {};

  async function enter(receiver: number | null, phone: number | null): Promise<PlainWebSocket> {
    const { room, session } = await seat(url, phone === null);
    const decode = receiver === null ? null : openReading();
    let here: () => void = () => {};
    const ready = new Promise<void>((resolve) => (here = resolve));
    const wire = new PlainWebSocket(
      new URL(`${room}?sessionId=${session}`, url),
      {},
      {
        text() {},
        binary(bytes) {
          if (bytes[0] === JOIN_ROOM) wire.binary(Uint8Array.of(JOIN_ROOM));
          if (bytes[0] === ROOM_DATA && phone !== null) phoneOf[dotIn(bytes)] = phone;
          if (bytes[0] === ROOM_STATE) here();
          if (decode && (bytes[0] === ROOM_STATE || bytes[0] === ROOM_STATE_PATCH))
            read(receiver ?? 0, decode(Uint8Array.from(bytes.subarray(1))));
        },
        closed: () => (gone += left ? 0 : 1)
      }
    );
    await wire.opened;
    await ready;
    return wire;
  }

  function read(receiver: number, changes: readonly Change[]): void {
    for (const { ref, field, value } of changes)
      if (field === 'x' && ref.id !== undefined) seenDot(receiver, phoneOf[ref.id] ?? 0, value as number);
  }

  const began = performance.now();
  const board = await enter(0, null);
  await each(
    Array.from({ length: n }, (_, phone) => phone),
    AT_ONCE,
    async (phone) => {
      wires[phone] = await enter(phone < READERS ? phone + 1 : null, phone);
    }
  );

  return {
    joinedMs: performance.now() - began,
    phonesSeeDots: true,
    move: (phone, x) => wires[phone]?.binary(Uint8Array.of(ROOM_DATA, ...TYPE_M, UINT16, x >> 8, x & 255)),
    onDot: (seen) => (seenDot = seen),
    onShape: () => {},
    received: () => wires.reduce((sum, wire) => sum + wire.received, 0),
    lost: () => gone,
    leave() {
      left = true;
      [board, ...wires].forEach((wire) => wire.cut());
    }
  };
}

/** Its matchmaker gives the seat, over HTTP. */
async function seat(url: string, watches: boolean): Promise<{ room: string; session: string }> {
  const headers = { 'content-type': 'application/json' };
  const asking = request(new URL('/matchmake/joinOrCreate/hall', url), { method: 'POST', agent: false, headers });
  asking.end(JSON.stringify({ watches }));
  const [reply] = await once(asking, 'response');
  let body = '';
  for await (const chunk of reply) body += String(chunk);
  const told = JSON.parse(body) as Record<string, string> & { room?: Record<string, string> };
  const where = told.room ?? told;
  if (!told.sessionId) throw new Error(`Colyseus gave no seat: ${body.slice(0, 200)}`);
  return { room: `/${where.processId}/${where.roomId}`, session: told.sessionId };
}

/** The number at the end of the message `dot`: small ones are one byte, others 16 bits. */
const dotIn = (bytes: Buffer): number =>
  bytes.at(-3) === UINT16 ? bytes.readUInt16BE(bytes.length - 2) : (bytes.at(-1) ?? 0);

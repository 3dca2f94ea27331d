import type { Server, Socket } from 'socket.io';
import type { Host } from '#gathering/host.ts';
import type { Refusal } from '#contract/method.ts';
import type { FromServer, Surface, ToServer } from '#wire/messages.ts';
import type { Ticket } from '../access/passes.ts';

/**
 * What the server knows of a connection. `cookies` is asked again from time to time: a link may end on another node. `motion`: its
 * client reads frames of moving points. `device`: where its commands will come from, if it said so.
 */
export type Identity = { ticket: Ticket; surface: Surface; cookies: string; motion: boolean; device: string | null };

/** Set between the knock and the seat. */
type Data = { identity?: Identity; host?: Host; refused?: Refusal };

export type LiveServer = Server<ToServer, FromServer, Record<string, never>, Data>;
export type LiveSocket = Socket<ToServer, FromServer, Record<string, never>, Data>;

/** Everybody who is here by the same link or sign-in. */
export const credentialRoom = (credential: string): string => `credential ${credential}`;

/** Closed for good: the page says why and does not knock again. */
export function disconnectWith(socket: LiveSocket, why: Refusal): void {
  socket.emit('goodbye', why);
  socket.disconnect(true);
}

type Backlog = {
  writeBuffer: readonly { data?: unknown }[];
  transport?: { socket?: { bufferedAmount?: number } };
};

/** Bytes on their way to a connection: still in our queue, or handed to a socket the other side does not empty. */
export function backlogOf(socket: LiveSocket): number {
  const { writeBuffer, transport } = socket.conn as unknown as Backlog;
  let bytes = transport?.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += typeof data === 'string' ? data.length : 64;
  return bytes;
}

/** The handshake request holds buffers and headers for as long as the connection lives: some 10 KB for each phone. */
export function forgetRequest(socket: LiveSocket): void {
  const held = socket as unknown as { conn: { request: unknown }; handshake: unknown };
  held.conn.request = EMPTY_REQUEST;
  held.handshake = EMPTY_HANDSHAKE;
}

// Not null: whatever a hostile client makes the library do next, it finds the fields it reads.
const EMPTY_REQUEST = { headers: {}, connection: {}, _query: {}, url: '' };
const EMPTY_HANDSHAKE = { headers: {}, query: {}, auth: {} };

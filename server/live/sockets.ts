import type { Server, Socket } from 'socket.io';
import type { Host } from '#gathering/host.ts';
import type { Refusal } from '#contract/method.ts';
import type { FromServer, ToServer } from '#wire/messages.ts';
import type { ConnectionIdentity } from '../access/identity.ts';

/** Set at admission, read when the connection is attached. */
type Data = { identity?: ConnectionIdentity; host?: Host; refused?: Refusal };

export type LiveServer = Server<ToServer, FromServer, Record<string, never>, Data>;
export type LiveSocket = Socket<ToServer, FromServer, Record<string, never>, Data>;

/** The Socket.io room of all connections that stand on one link or sign-in. */
export const credentialRoom = (credential: string): string => `credential ${credential}`;

/** Closes a connection for good: the page says why and does not reconnect. */
export function disconnectWith(socket: LiveSocket, why: Refusal): void {
  socket.emit('goodbye', why);
  socket.disconnect(true);
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import * as parser from 'socket.io-parser';
import { LIVE_PATH, PROTOCOL } from '#wire/messages.ts';
import { withRawFrames } from '#wire/raw-frame-parser.ts';
import type { LiveServer, LiveSocket } from '../sockets.ts';
import { openRawWebSocket, type RawWebSocket } from '../../../tests/support/raw-websocket.ts';

/** One connection and nothing above it: its socket here, and its other end as bytes. */
export type RawConnection = { io: LiveServer; webSocket: RawWebSocket; socket: LiveSocket; close(): Promise<void> };

/** `before`: what is done to the server before anybody comes. */
export async function openRawConnection(before: (io: LiveServer) => void = () => {}): Promise<RawConnection> {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const io: LiveServer = new Server(http, { path: LIVE_PATH, parser: withRawFrames(parser), perMessageDeflate: false });
  before(io);
  const arrived = new Promise<LiveSocket>((resolve) => io.on('connection', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const webSocket = await openRawWebSocket(url, { gathering: '', surface: 'board', cookie: '', protocol: PROTOCOL });
  return {
    io,
    webSocket,
    socket: await arrived,
    async close() {
      webSocket.hangUp();
      await io.close();
    }
  };
}

import { Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { Dot, Line } from './state.mjs';

/** The same line in Colyseus, built as its guide does: a map of dots, a patch every 50 ms to each client. */
class Hall extends Room {
  onCreate() {
    this.maxClients = Infinity;
    this.autoDispose = false;
    this.patchRate = 50;
    this.state = new Line();
    this.next = 0;
    this.onMessage('m', (client, x) => {
      const dot = this.state.dots.get(client.sessionId);
      if (dot && Number.isInteger(x) && x >= 0 && x <= 1000) dot.x = x;
    });
  }

  onJoin(client, { watches }) {
    if (watches) return;
    const dot = new Dot();
    dot.id = this.next += 1;
    dot.x = 500;
    this.state.dots.set(client.sessionId, dot);
    client.send('dot', dot.id);
  }

  onLeave(client) {
    this.state.dots.delete(client.sessionId);
  }
}

const transport = new WebSocketTransport({ pingInterval: 10_000 });
const server = new Server({ transport, greet: false });
server.define('hall', Hall);
await server.listen(0, '127.0.0.1');
console.log(`open at ${transport.server.address().port}`);

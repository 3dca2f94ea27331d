import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import * as parser from 'socket.io-parser';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { whyOut } from '#gathering/people.ts';
import { isRefusal, refuse, type Refusal } from '#contract/method.ts';
import { INPUT_LONGEST, LIVE_PATH, type Answer } from '#wire/messages.ts';
import { withRawFrames } from '#wire/raw-frame-parser.ts';
import type { Hosts } from '../hosting/hosted-gatherings.ts';
import type { Passes } from '../access/passes.ts';
import { newNumber } from '../access/ids.ts';
import { TokenBucket } from '../access/token-bucket.ts';
import { openCrowd, type Crowd } from './motion/dot-motion.ts';
import type { CrowdCounts } from './motion/audience.ts';
import { admit, cookieIn } from './admission.ts';
import { openSubscriptions, type Subscriptions } from './subscriptions.ts';
import type { Relays } from './node-relay.ts';
import { attachConnection } from './connection.ts';
import { forgetRequest, limitFragments } from './socket-io-internals.ts';
import { credentialRoom, disconnectWith, type LiveServer, type LiveSocket } from './sockets.ts';

/** The live edge: phones, boards and consoles that stay connected. */
export type Live = {
  /** Disconnects every client that is here by this link or sign-in. */
  end(credential: string): void;
  /** Disconnects every client that may not be here any more, because what its pass stands on has changed. */
  askAgain(): void;
  /** Tells the consoles that the clock of this machine was set. */
  clockJumped(byMs: number): void;
  connections(): number;
  /** What moved since the start, for the metrics. */
  crowd(): Readonly<CrowdCounts>;
  /** Closes every connection without a goodbye: the pages reconnect by themselves. */
  close(): Promise<void>;
};

export type LivePorts = {
  hosts: Hosts;
  rules: Rules;
  /** Send other nodes what moves on the phones of this one, and who is connected to it. */
  relays: Relays;
  passes: Passes;
  /** Commands by person, whether they come over the live connection, by form or with a photo. */
  allowance: TokenBucket;
  /** Why there is no such gathering; null where there is. */
  missing(gathering: string): Promise<Refusal | null>;
  isDeleted(gathering: string): boolean;
  /** May a page at the Origin of this handshake act here? */
  fromHere(handshake: IncomingMessage): boolean;
  /** With several nodes a connection must stay on one: only a WebSocket does. */
  webSocketOnly: boolean;
  report(error: unknown): void;
  answered(answer: Answer, ms: number): void;
};

const SWEEP_MS = 200;
const ASK_AGAIN_MS = 60_000;

const LIMITS = {
  path: LIVE_PATH,
  // Holds the longest input with every unit escaped, at six bytes each: an input that is too long is read, so that it
  // can be answered.
  maxHttpBufferSize: INPUT_LONGEST * 6 + 4096,
  connectTimeout: 8000,
  pingInterval: 10_000,
  pingTimeout: 8000,
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  cookie: false
} as const;

export function openLive(http: HttpServer, ports: LivePorts): Live {
  const { hosts, passes, report, answered } = ports;
  const io: LiveServer = new Server(http, {
    ...LIMITS,
    parser: withRawFrames(parser),
    transports: ports.webSocketOnly ? ['websocket'] : ['websocket', 'polling'],
    // Socket.io lets any page connect, with the cookies of the person who looks at it. A request without an Origin
    // comes from no browser, and brings no stolen cookie.
    allowRequest: (handshake, decide) =>
      decide(null, handshake.headers.origin === undefined || ports.fromHere(handshake))
  });
  limitFragments(io);
  const byGathering = new Map<string, { subscriptions: Subscriptions; crowd: Crowd }>();
  const limits = { allowance: ports.allowance, viewRequests: new TokenBucket(10, 2), report, answered };
  // As often as an eye can follow a thumb; what is more is dropped, since the next move counts anyway.
  const node = newNumber();
  const crowds = { ...ports, relay: ports.relays.crowd, node, pace: new TokenBucket(30, 30), counts: noCounts() };
  const pending = new WeakSet<object>();

  io.use((socket, next) => {
    // One identity for each connection: a client that asks for a second one before it has the first only wants to keep
    // us busy.
    if (pending.has(socket.conn)) return void socket.conn.close();
    pending.add(socket.conn);
    welcome(socket).then(
      () => next(),
      (error: unknown) => {
        report(error);
        // Closed, not refused: the page then tries again by itself.
        socket.conn.close();
      }
    );
  });

  /** Finds the identity of a connection, and holds its gathering open as long as the connection lasts. */
  async function welcome(socket: LiveSocket): Promise<void> {
    const identity = await admit(socket.handshake.auth, socket.handshake.headers.cookie ?? '', ports);
    if (isRefusal(identity)) return void (socket.data.refused = identity);
    const { gathering } = identity;
    const missing = await ports.missing(gathering);
    if (missing) return void (socket.data.refused = missing);
    const { host, release } = await hosts.hold(gathering);
    if (socket.conn.readyState !== 'open') return release();
    socket.conn.once('close', release);
    Object.assign(socket.data, { identity, host });
  }

  io.on('connection', (socket) => {
    // An error thrown here would end the process for all gatherings.
    try {
      place(socket);
    } catch (error) {
      report(error);
      socket.conn.close();
    }
  });

  function place(socket: LiveSocket): void {
    forgetRequest(socket);
    // A client could otherwise leave its namespace and join it again, without end, on one connection.
    socket.on('disconnect', () => socket.conn.close());
    const { identity, host, refused } = socket.data;
    if (!identity || !host) return disconnectWith(socket, refused ?? refuse('went-wrong'));
    const out = identity.surface === 'phone' ? whyOut(host.ledger().gathering, identity.person) : null;
    if (out) return disconnectWith(socket, refuse(out));
    const { gathering } = identity;
    const open = byGathering.get(gathering) ?? openBoth(gathering, host);
    const { subscriptions, crowd } = open;
    byGathering.set(gathering, open);
    socket.on('disconnect', () => {
      subscriptions.leave(socket);
      crowd.leave(socket);
      if (!subscriptions.empty()) return;
      subscriptions.close();
      crowd.close();
      byGathering.delete(gathering);
    });
    attachConnection(socket, identity, host, { subscriptions, crowd }, limits);
  }

  const openBoth = (gathering: string, host: Host) => ({
    subscriptions: openSubscriptions(gathering, host, {
      io,
      rules: ports.rules,
      presence: { relay: ports.relays.presence, node },
      report
    }),
    crowd: openCrowd(gathering, host, crowds)
  });

  const sweeping = setInterval(() => {
    for (const { subscriptions } of byGathering.values()) subscriptions.sweep();
    limits.allowance.sweep();
    limits.viewRequests.sweep();
    crowds.pace.sweep();
  }, SWEEP_MS);

  const asking = setInterval(() => void askAgain().catch(report), ASK_AGAIN_MS);

  /** Sign-ins expire, and links may be ended through another node: no client stays longer than a minute after that. */
  async function askAgain(): Promise<void> {
    for (const socket of io.sockets.sockets.values()) {
      const identity = socket.data.identity;
      if (!identity || identity.surface === 'phone') continue;
      const { surface, cookies, gathering } = identity;
      const still = await passes.on(surface, gathering, (name) => cookieIn(cookies, name));
      if (still?.credential !== identity.credential) disconnectWith(socket, refuse('link-ended'));
    }
  }

  return {
    end(credential) {
      io.to(credentialRoom(credential)).emit('goodbye', refuse('link-ended'));
      io.in(credentialRoom(credential)).disconnectSockets(true);
    },
    askAgain: () => void askAgain().catch(report),
    clockJumped(byMs) {
      for (const { subscriptions } of byGathering.values()) subscriptions.clockJumped(byMs);
    },
    connections: () => io.engine.clientsCount,
    crowd: () => crowds.counts,
    async close() {
      clearInterval(sweeping);
      clearInterval(asking);
      await io.close();
    }
  };
}

const noCounts = (): CrowdCounts => ({ moves: 0, ignored: 0, garbage: 0, frames: 0, sent: 0, spared: 0 });

import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-parser';
import type { Refusal } from '#contract/method.ts';
import {
  LIVE_PATH,
  PROTOCOL,
  type Answer,
  type FromServer,
  type Say,
  type Surface,
  type ToServer
} from '#wire/messages.ts';
import { CROWD, withRawFrames } from '#wire/raw-frame-parser.ts';

/** A later answer counts as lost: the same number is sent again, which is harmless. */
const ANSWER_MS = 10_000;
/**
 * After the device woke up or the network changed: a connection that does not answer by then is dead. With reconnecting
 * that makes 2 s.
 */
const PROBE_MS = 1_200;
const REDIAL_FIRST_MS = 400;
const REDIAL_MOST_MS = 5_000;
const CLOCK_EVERY_MS = 60_000;

export type ConnectionEvents = FromServer & {
  lost(): void;
  /** The server's time and when this device asked for and heard it. */
  time(sentMs: number, serverMs: number, heardMs: number): void;
};

/**
 * The connection of one page. Connects until it is admitted, reconnects when it is lost, and finds out when it is dead
 * though it calls itself connected.
 */
export class LiveConnection {
  readonly #socket: Socket<FromServer, ToServer>;
  readonly #hears: ConnectionEvents;
  #open = false;
  #wanted = false;
  #queue: (() => void)[] = [];
  #redial: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(gathering: string, surface: Surface, hears: ConnectionEvents) {
    this.#hears = hears;
    this.#socket = io({
      path: LIVE_PATH,
      parser: withRawFrames(parser),
      auth: { protocol: PROTOCOL, gathering, surface, motion: true },
      // Some proxies of halls let no WebSocket through: polling is slower and works.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      forceNew: true,
      autoConnect: false,
      reconnectionDelay: REDIAL_FIRST_MS,
      reconnectionDelayMax: REDIAL_MOST_MS,
      // The phones of a hall that lost the same access point must not reconnect at the same instant.
      randomizationFactor: 0.8
    });
    this.#listen();
  }

  dial(): void {
    this.#wanted = true;
    this.#socket.connect();
    this.#clock = setInterval(() => this.#askTime(), CLOCK_EVERY_MS);
    for (const [target, event] of IN_DOUBT()) target.addEventListener(event, this.#wake);
  }

  hangUp(): void {
    this.#wanted = false;
    clearTimeout(this.#redial);
    clearInterval(this.#clock);
    for (const [target, event] of IN_DOUBT()) target.removeEventListener(event, this.#wake);
    this.#socket.disconnect();
  }

  /** Waits until the connection is open. Null when it was lost before the answer came. */
  async deliver(say: Say): Promise<Answer | null> {
    if (!this.#open) await new Promise<void>((resolve) => this.#queue.push(resolve));
    return new Promise((resolve) => {
      this.#socket.timeout(ANSWER_MS).emit('say', say, (lost, answer) => resolve(lost ? null : answer));
    });
  }

  again(channel: string): void {
    this.#socket.emit('again', channel);
  }

  /** Sends at once or not at all: neither waits for a connection nor queues behind other messages. */
  move(bytes: Uint8Array): void {
    if (this.#open) this.#socket.volatile.emit(CROWD, bytes);
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('view', this.#hears.view);
    socket.on('patch', this.#hears.patch);
    socket.on('channels', this.#hears.channels);
    socket.on('connected', this.#hears.connected);
    socket.on('clock', this.#hears.clock);
    socket.on(CROWD, this.#hears.crowd);
    socket.on('goodbye', (why) => this.#end(why));
    socket.on('welcome', (welcome) => {
      this.#open = true;
      this.#hears.welcome(welcome);
      this.#askTime();
      for (const send of this.#queue.splice(0)) send();
    });
    socket.on('disconnect', () => {
      this.#open = false;
      this.#hears.lost();
      if (this.#wanted && !socket.active) this.#redialSoon();
    });
    socket.on('connect_error', () => {
      if (this.#wanted && !socket.active) this.#redialSoon();
    });
  }

  /** Socket.io reconnects by itself only when the network, not the server, ended the connection. */
  #redialSoon(): void {
    clearTimeout(this.#redial);
    this.#redial = setTimeout(() => this.#socket.connect(), REDIAL_FIRST_MS + Math.random() * REDIAL_FIRST_MS * 4);
  }

  #end(why: Refusal): void {
    this.hangUp();
    this.#hears.goodbye(why);
  }

  #askTime(): void {
    const sent = Date.now();
    if (!this.#open) return;
    this.#socket.timeout(ANSWER_MS).emit('time', (lost, at) => {
      if (!lost) this.#hears.time(sent, at, Date.now());
    });
  }

  /** The sockets of sleeping phones die and still call themselves connected. */
  readonly #wake = (event: Event): void => {
    if (document.visibilityState === 'hidden') return;
    // `pageshow` comes for every page; only one from the back/forward cache was asleep.
    if (event instanceof PageTransitionEvent && !event.persisted) return;
    if (!this.#socket.connected) return this.#dialNow();
    this.#socket.timeout(PROBE_MS).emit('time', (lost) => {
      if (lost && this.#socket.connected) this.#dialNow();
    });
  };

  #dialNow(): void {
    clearTimeout(this.#redial);
    this.#socket.disconnect().connect();
  }
}

/** Events after which a connection may be dead: it is probed at once, before a command waits for nothing. */
const IN_DOUBT = (): [EventTarget, string][] => [
  [document, 'visibilitychange'],
  [window, 'pageshow'],
  [window, 'online'],
  [window, 'offline']
];

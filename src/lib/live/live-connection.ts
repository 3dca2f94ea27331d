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

/** An answer that takes longer was lost: the same number goes out again, which is harmless. */
const ANSWER_MS = 10_000;
/**
 * After waking up, or when the network went: a connection that does not answer by then died in its sleep. Together with
 * dialling again, 2 s.
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
 * The connection of one page: dials until it is let in, dials again when it was lost, and knows when it is a corpse.
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
      // Some halls' proxies let no websocket through: then polling, which is slower and works.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      forceNew: true,
      autoConnect: false,
      reconnectionDelay: REDIAL_FIRST_MS,
      reconnectionDelayMax: REDIAL_MOST_MS,
      // A hall full of phones that lost the same access point must not come back in the same instant.
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

  /** Waits for an open line. Null when it was lost before the answer came. */
  async deliver(say: Say): Promise<Answer | null> {
    if (!this.#open) await new Promise<void>((resolve) => this.#queue.push(resolve));
    return new Promise((resolve) => {
      this.#socket.timeout(ANSWER_MS).emit('say', say, (lost, answer) => resolve(lost ? null : answer));
    });
  }

  again(channel: string): void {
    this.#socket.emit('again', channel);
  }

  /** Now or never: nothing waits for a line, and nothing behind what is still on its way. */
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

  /** Socket.io dials again by itself only when the network, not the server, ended the connection. */
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

  /** Phones sleep with dead sockets that still call themselves connected. */
  readonly #wake = (event: Event): void => {
    if (document.visibilityState === 'hidden') return;
    // Every page is shown once; only one that comes out of the browser's cache of pages was asleep.
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

/** When a connection that calls itself alive may be dead: better asked now than found out by the next silence. */
const IN_DOUBT = (): [EventTarget, string][] => [
  [document, 'visibilitychange'],
  [window, 'pageshow'],
  [window, 'online'],
  [window, 'offline']
];

import type { Refusal } from '#contract/method.ts';
import { backoffMs } from '#wire/backoff.ts';
import { motionTopic } from '#wire/motion-frames.ts';
import type { Answer, Connected, Doc, Surface } from '#wire/messages.ts';
import { createOutboxStore } from './outbox-store.ts';
import { Channels, type First } from './channels.ts';
import { ServerClock } from './server-clock.ts';
import { afterFrame, type Moving } from './motion.ts';
import { newDevice } from './ids.ts';
import { LiveConnection } from './live-connection.ts';
import type { ConnectionState } from './connection-state.ts';
import { MoveSender } from './move-sender.ts';
import { openOtherTabs, type OtherTabs } from './other-tabs.ts';
import { Outbox } from './outbox.ts';

const BACKOFF = { leastMs: 125, firstMs: 250, mostMs: 8_000 };

export type At = {
  gathering: string;
  surface: Surface;
  /** The views this page was rendered with, by channel. */
  first: First;
};

/** The client of one page in a gathering: its documents by channel, its commands, and the state of its connection. */
export class GatheringClient {
  readonly #at: At;
  readonly #clock = new ServerClock();
  readonly #channels: Channels;
  #docs = $state<Record<string, Doc>>({});
  #link = $state<ConnectionState>({
    state: 'arriving',
    waiting: 0,
    sinceMs: Date.now(),
    held: null,
    refused: null,
    gone: null
  });
  #connected = $state<Connected | null>(null);
  #clockJumpMs = $state<number | null>(null);
  #device = $state<string | null>(null);
  #moving = $state.raw<Moving | null>(null);
  readonly #moveSender = new MoveSender({
    send: (bytes) => this.#connection?.move(bytes),
    now: () => performance.now(),
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    }
  });
  #connection: LiveConnection | null = null;
  #outbox: Outbox | null = null;
  #begin: (outbox: Outbox) => void = () => {};
  /** Child components run before their page: their commands wait for `start`. */
  readonly #begun = new Promise<Outbox>((begin) => (this.#begin = begin));
  #otherTabs: OtherTabs | null = null;

  constructor(at: At) {
    this.#at = at;
    this.#channels = new Channels(this.#docs, at.first, (channel) => this.#connection?.again(channel));
  }

  get docs(): Readonly<Record<string, Doc>> {
    return this.#docs;
  }

  get link(): Readonly<ConnectionState> {
    return this.#link;
  }

  get connected(): Connected | null {
    return this.#connected;
  }

  /** By which the server knows what was done on this page; null until it begins. */
  get device(): string | null {
    return this.#device;
  }

  /** By how much the server's clock was set while this page is open; null when it was not, or after `clockJumpRead`. */
  get clockJumpMs(): number | null {
    return this.#clockJumpMs;
  }

  clockJumpRead(): void {
    this.#clockJumpMs = null;
  }

  /** What moves now on `about`, a name of the activity's own; null when nothing moves, or nothing may be seen. */
  moving(activity: string, about: string): Moving | null {
    return this.#moving?.topic === motionTopic(activity, about) ? this.#moving : null;
  }

  /**
   * Sends where a finger is: others see it soon, or never. Only the command that is sent when it lets go is stored.
   */
  move(activity: string, about: string, x: number): void {
    if (this.#link.state === 'live') this.#moveSender.move({ topic: motionTopic(activity, about), x });
  }

  /** Milliseconds since 1970 as the server counts them. */
  serverNow(): number {
    return this.#clock.now(Date.now());
  }

  /** Sends a command: stored in this browser first, sent in order, again until it is answered. Never rejects. */
  async say(activity: string, command: string, input: object): Promise<Answer> {
    this.#link.refused = null;
    this.#moveSender.lift();
    // A plain copy, because IndexedDB cannot hold the proxies of Svelte's state.
    const plain = JSON.parse(JSON.stringify(input)) as object;
    const outbox = this.#outbox ?? (await this.#begun);
    const answer = await outbox.say(activity, command, plain);
    if ('refused' in answer) this.#link.refused = { ...answer, activity };
    return answer;
  }

  start(): void {
    const { gathering, surface, first } = this.#at;
    const own = Object.keys(first).find((channel) => channel.startsWith('person:'));
    const connection = new LiveConnection(gathering, surface, {
      welcome: () => this.#become('live'),
      view: (view) => this.#channels.see(view),
      patch: (patch) => this.#channels.change(patch),
      channels: (channels) => this.#channels.only(channels),
      connected: (connected) => (this.#connected = connected),
      clock: (byMs) => (this.#clockJumpMs = byMs),
      crowd: (bytes) => (this.#moving = afterFrame(this.#moving, bytes)),
      goodbye: (why) => this.#end(why),
      lost: () => this.#become('away'),
      time: (sent, at, heard) => this.#clock.hear(sent, at, heard)
    });
    const outbox = new Outbox({
      store: createOutboxStore(`${gathering} ${own ?? surface}`),
      deliver: (say) => connection.deliver(say),
      pause: (attempt, why) => {
        this.#link.held = why;
        return new Promise((resolve) => setTimeout(resolve, backoffMs(BACKOFF, attempt, Math.random())));
      },
      isAlive: (page) => this.#otherTabs?.isAlive(page) ?? Promise.resolve(false),
      newDevice,
      changed: (waiting, refused) => {
        if (waiting < this.#link.waiting) this.#link.held = null;
        this.#link.waiting = waiting;
        this.#device = outbox.device;
        if (refused) this.#link.refused = refused;
      }
    });
    this.#otherTabs = openOtherTabs(gathering, outbox.page);
    this.#connection = connection;
    this.#outbox = outbox;
    this.#begin(outbox);
    connection.dial();
    void outbox.start();
  }

  /** Commands that still wait stay in this browser, and the next page adopts them. */
  stop(): void {
    this.#outbox?.stop();
    this.#otherTabs?.close();
    this.#connection?.hangUp();
  }

  #become(state: ConnectionState['state']): void {
    this.#channels.reconnected();
    // By the time the connection is back, what moved last is out of date.
    if (state === 'away') this.#moving = null;
    if (this.#link.state === state) return;
    this.#link.state = state;
    this.#link.sinceMs = Date.now();
  }

  #end(why: Refusal): void {
    this.stop();
    this.#link.gone = why;
    this.#become('away');
  }
}

import { randomInt } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-parser';
import {
  LIVE_PATH,
  PROTOCOL,
  type Answer,
  type Doc,
  type FromServer,
  type Hello,
  type Patch,
  type Say,
  type ToServer,
  type View
} from '#wire/messages.ts';
import { patch } from '#wire/patch.ts';
import { withRawFrames } from '#wire/raw-frame-parser.ts';

export type Live = Socket<FromServer, ToServer>;

const ANSWER_WITHIN_MS = 20_000;
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

export const newDevice = (): string => Array.from({ length: 26 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** A simulated person who has joined: the cookie is what their browser keeps. */
export type Joined = { gathering: string; cookie: string };

/** Comes in by the same form a person fills in, and keeps the cookie. */
export async function comeIn(url: URL, code: string, name: string, rehearsed = true): Promise<Joined> {
  const form = new URLSearchParams({ device: newDevice(), name, ...(rehearsed ? { rehearsed: 'yes' } : {}) });
  const headers = { origin: url.origin, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const reply = await fetch(new URL(`/${code}`, url), { method: 'POST', body: form, headers, redirect: 'manual' });
  const gathering = /\/g\/([0-9a-z]+)/.exec(reply.headers.get('location') ?? '')?.[1];
  if (!gathering)
    throw new Error(`Could not come in with code ${code}: ${reply.status} ${reasonIn(await reply.text())}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { gathering, cookie };
}

export function connect(url: URL, { gathering, cookie }: Joined, surface: Hello['surface']): Live {
  const hello: Hello = { protocol: PROTOCOL, gathering, surface, motion: true };
  return io(url.origin, {
    path: LIVE_PATH,
    parser: withRawFrames(parser),
    transports: ['websocket'],
    auth: hello,
    forceNew: true,
    extraHeaders: { cookie, origin: url.origin }
  });
}

/** What one page knows: its channels, kept current by patches as a browser keeps them. */
export class Docs {
  readonly #held = new Map<string, { version: number; doc: Doc }>();
  readonly #socket: Live;

  constructor(socket: Live, changed: (channel: string, version: number) => void) {
    this.#socket = socket;
    socket.on('view', ({ channel, version, json }: View) => {
      this.#held.set(channel, { version, doc: JSON.parse(json) as Doc });
      changed(channel, version);
    });
    socket.on('patch', (change: Patch) => {
      if (this.#apply(change)) changed(change.channel, change.to);
    });
    // What is not listened to any more is not known any more.
    socket.on('channels', (channels) => {
      for (const channel of this.#held.keys()) if (!channels.includes(channel)) this.#held.delete(channel);
    });
  }

  of(channel: string): Doc | null {
    return this.held(channel)?.doc ?? null;
  }

  held(channel: string): { version: number; doc: Doc } | null {
    return this.#held.get(channel) ?? null;
  }

  #apply({ channel, from, to, changes }: Patch): boolean {
    const held = this.#held.get(channel);
    if (held?.version !== from) {
      this.#socket.emit('again', channel);
      return false;
    }
    patch(held.doc, changes);
    held.version = to;
    return true;
  }
}

/** Says numbered commands one after the other, each until it is answered. */
export class Speaker {
  readonly #socket: Live;
  readonly #device = newDevice();
  #n = 0;
  #settled = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(socket: Live) {
    this.#socket = socket;
  }

  /** The number of the last command, for those who hold answers against the log. */
  get last(): { device: string; n: number } {
    return { device: this.#device, n: this.#n };
  }

  say(activity: string, command: string, input: object): Promise<Answer> {
    const mine = this.#turn.then(() => this.#untilAnswered(activity, command, input));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #untilAnswered(activity: string, command: string, input: object): Promise<Answer> {
    this.#n += 1;
    const say: Say = { device: this.#device, n: this.#n, settled: this.#settled, activity, command, input };
    for (;;) {
      const answer = await this.#socket
        .timeout(ANSWER_WITHIN_MS)
        .emitWithAck('say', say)
        .catch((): Answer => ({ later: 'storage-away' }));
      if (!('later' in answer)) {
        this.#settled = this.#n;
        return answer;
      }
      await new Promise((resolve) => setTimeout(resolve, 200 + randomInt(800)));
    }
  }
}

/** The sentence a page shows when it says no. */
const reasonIn = (html: string) => /role="alert"[^>]*>([^<]+)/.exec(html)?.[1]?.trim() ?? '';

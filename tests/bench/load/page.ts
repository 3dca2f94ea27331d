import {
  LIVE_PATH,
  PROTOCOL,
  type Answer,
  type Doc,
  type Patch,
  type Say,
  type Surface,
  type View
} from '#wire/messages.ts';
import { encodeMove } from '#wire/motion-frames.ts';
import { patch } from '#wire/patch.ts';
import { newDevice } from './forms.ts';
import { PlainWebSocket } from './plain-websocket.ts';

/**
 * `keeps`: reads every view and patch, as a browser does. The others only look how far they are, so that one core
 * drives thousands.
 */
export type At = { url: string; gathering: string; surface: Surface; cookie: string; keeps?: boolean };

const WORTH_READING = 96;

/** A page that is connected: Engine.IO 4 and Socket.IO 5 as `docs/protocol.md` uses them, without their client. */
export class Page {
  /** What it holds by channel; only where it `keeps`. */
  readonly docs = new Map<string, Doc>();
  /** The version each channel is at. */
  readonly versions = new Map<string, number>();
  lost = false;
  onCrowd: (bytes: Buffer) => void = () => {};
  onPatch: (channel: string, to: number) => void = () => {};
  readonly #at: At;
  readonly #device = newDevice();
  readonly #answers = new Map<number, (answer: unknown) => void>();
  #wire: PlainWebSocket | null = null;
  #n = 0;
  #settled = 0;
  #asked = 0;
  #arrived: (why?: Error) => void = () => {};
  #left = false;

  constructor(at: At) {
    this.#at = at;
  }

  /** Resolves when the page has its place and shows the first channel. */
  async arrive(): Promise<this> {
    this.lost = this.#left = false;
    const shown = new Promise<void>((resolve, reject) => (this.#arrived = (why) => (why ? reject(why) : resolve())));
    shown.catch(() => {});
    const { url, cookie } = this.#at;
    const place = new URL(`${LIVE_PATH}/?EIO=4&transport=websocket`, url);
    this.#wire = new PlainWebSocket(
      place,
      { Cookie: cookie, Origin: new URL(url).origin },
      {
        text: (bytes) => this.#hear(bytes),
        binary: (bytes) => this.onCrowd(bytes),
        closed: () => {
          this.lost = !this.#left;
          this.#arrived(new Error('Let go of before anything was shown.'));
        }
      }
    );
    await this.#wire.opened;
    await shown;
    return this;
  }

  get received(): number {
    return this.#wire?.received ?? 0;
  }

  /** One command, once. The caller keeps one in flight. */
  async say(activity: string, command: string, input: object): Promise<Answer> {
    this.#n += 1;
    const say: Say = { device: this.#device, n: this.#n, settled: this.#settled, activity, command, input };
    const answer = await this.#ask<Answer>('say', say);
    if ('later' in answer) this.#n -= 1;
    else this.#settled = this.#n;
    return answer;
  }

  time(): Promise<number> {
    return this.#ask<number>('time');
  }

  move(topic: number, x: number): void {
    this.#wire?.binary(encodeMove({ topic, x }));
  }

  leave(): void {
    this.#left = true;
    this.#wire?.cut();
  }

  #ask<Value>(event: string, ...args: unknown[]): Promise<Value> {
    const id = (this.#asked += 1);
    return new Promise((resolve) => {
      this.#answers.set(id, resolve as (answer: unknown) => void);
      this.#wire?.text(`42${id}${JSON.stringify([event, ...args])}`);
    });
  }

  /** Told by their first letters: most of what comes is not worth reading to the end. */
  #hear(bytes: Buffer): void {
    const [engine, socket] = [bytes[0], bytes[1]];
    if (engine === 0x32) return this.#wire?.text('3');
    if (engine === 0x30) {
      const { gathering, surface } = this.#at;
      return this.#wire?.text(`40${JSON.stringify({ protocol: PROTOCOL, gathering, surface, motion: true })}`);
    }
    if (engine !== 0x34) return;
    if (socket === 0x33) return this.#answer(bytes.toString('utf8', 2));
    if (socket === 0x32) this.#event(bytes);
  }

  #answer(text: string): void {
    const at = text.indexOf('[');
    const id = Number(text.slice(0, at));
    this.#answers.get(id)?.((JSON.parse(text.slice(at)) as unknown[])[0]);
    this.#answers.delete(id);
  }

  #event(bytes: Buffer): void {
    const head = bytes.toString('latin1', 0, WORTH_READING);
    if (head.startsWith('42["goodbye"')) return this.#arrived(new Error(`Turned away: ${head}`));
    const told = /^42\["(view|patch)",\{"channel":"([^"]+)",(?:"from":\d+,"to"|"version"):(\d+)/.exec(head);
    if (!told) return;
    const [, event, channel = '', version] = told;
    if (this.#at.keeps && !this.#keep(event === 'view', bytes)) return;
    this.versions.set(channel, Number(version));
    this.onPatch(channel, Number(version));
    this.#arrived();
  }

  #keep(whole: boolean, bytes: Buffer): boolean {
    const [, told] = JSON.parse(bytes.toString('utf8', 2)) as [string, View & Patch];
    const held = this.docs.get(told.channel);
    if (whole) this.docs.set(told.channel, JSON.parse(told.json) as Doc);
    else if (held && this.versions.get(told.channel) === told.from) patch(held, told.changes);
    else {
      this.#wire?.text(`42${JSON.stringify(['again', told.channel])}`);
      return false;
    }
    return true;
  }
}

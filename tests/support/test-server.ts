import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-parser';
import type { Account, Plenary } from '#server/page-api.ts';
import { loadPages } from '#server/start/sveltekit-handler.ts';
import { APP, open, type RunningPlenary } from '#server/plenary.ts';
import type { Settings } from '#server/start/settings.ts';
import { personalCookie } from '#wire/cookies.ts';
import {
  LIVE_PATH,
  PROTOCOL,
  type Answer,
  type Connected,
  type Doc,
  type FromServer,
  type Patch,
  type Say,
  type Surface,
  type ToServer,
  type Welcome
} from '#wire/messages.ts';
import { patch } from '#wire/patch.ts';
import { withRawFrames } from '#wire/raw-frame-parser.ts';
import type { Refusal } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import { temporaryFolder } from './folders.ts';

/** The real server on a port of its own, without pages. */
export type TestServer = {
  url: string;
  port: number;
  /** Where its data are. */
  folder: string;
  plenary: Plenary;
  at(address: string): Plenary;
  setUpToken(): Promise<string | null>;
  close(): Promise<void>;
  /** Closed and opened again, on the same port and folder. */
  restart(): Promise<TestServer>;
};

export const deviceOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .padEnd(26, 'z');

const USUAL: Omit<Settings, 'data'> = {
  port: 0,
  host: '127.0.0.1',
  redisUrl: null,
  origin: null,
  trustProxy: 0,
  metricsToken: null,
  // Whether one is installed on this machine changes no test but those that ask for it.
  browser: 'none'
};

export async function openTestServer(changes: Partial<Settings> = {}): Promise<TestServer> {
  const folder = await temporaryFolder();
  return openIn(folder, { ...USUAL, data: folder.path, ...changes }, async () => nothing);
}

/**
 * The same with its pages, as they were built: one in a process, because pages find the open house through the process.
 */
export async function openTestServerWithPages(changes: Partial<Settings> = {}): Promise<TestServer> {
  const folder = await temporaryFolder();
  return openIn(folder, { ...USUAL, data: folder.path, ...changes }, loadPages);
}

const nothing: RequestListener = (_request, response) => response.writeHead(404).end();

async function openIn(
  folder: { remove(): Promise<void> },
  settings: Settings,
  pages: (settings: Settings) => Promise<RequestListener>
): Promise<TestServer> {
  const http = createServer(await pages(settings));
  const server = await open(http, settings);
  (globalThis as unknown as Record<symbol, RunningPlenary>)[APP] = server;
  http.listen(settings.port, settings.host);
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    folder: settings.data,
    plenary: server.at('203.0.113.5'),
    at: server.at,
    setUpToken: server.setUpToken,
    async close() {
      await server.close();
      await folder.remove();
    },
    async restart() {
      await server.close();
      return openIn(folder, { ...settings, port }, pages);
    }
  };
}

/** Ana sets the house up and convenes a gathering. */
export async function openGathering({ plenary, setUpToken }: TestServer, template: string | null = null) {
  const who = { name: 'Anouk', email: 'ana@example.org', password: 'ten long words' };
  const grant = granted(await plenary.accounts.setUp((await setUpToken()) ?? '', who));
  const ana = (await plenary.accounts.whose(grant.token))?.account as Account;
  const form = {
    device: deviceOf('convening'),
    title: 'Tea',
    place: 'Chicago',
    starts: { at: Date.now(), timeZone: 'America/Chicago' },
    licence: 'CC0-1.0',
    rehearsal: false
  } as const;
  const { gathering } = granted(await plenary.gatherings.convene(ana, { ...form, template }));
  return { ana, signIn: grant.token, gathering };
}

export async function joins(plenary: Plenary, gathering: string, name: string) {
  const form = { device: deviceOf(`join${name}`), name, rehearsed: false };
  const grant = granted(await plenary.gatherings.join(gathering, form));
  return { ...grant, cookie: `${personalCookie(gathering)}=${grant.token}` };
}

export function granted<Value extends object>(outcome: Value | Refusal): Value {
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
}

/** A page that stays connected, as plain as can be: it keeps what it was sent. */
export class Page {
  readonly socket: Socket<FromServer, ToServer>;
  readonly docs: Record<string, { version: number; doc: Doc }> = {};
  readonly patches: Patch[] = [];
  /** Patches that did not begin where this page was. */
  gaps = 0;
  welcome: Welcome | null = null;
  gone: Refusal | null = null;
  connected: Connected | null = null;
  readonly #device: string;
  #n = 0;

  constructor(
    url: string,
    at: { gathering: string; surface: Surface; cookie: string; protocol?: number; origin?: string; device?: string }
  ) {
    const { gathering, surface, cookie, protocol = PROTOCOL, origin, device } = at;
    this.#device = deviceOf(`page${(pages += 1)}`);
    this.socket = io(url, {
      path: LIVE_PATH,
      parser: withRawFrames(parser),
      auth: { protocol, gathering, surface, motion: true, ...(device === undefined ? {} : { device }) },
      transports: ['websocket'],
      extraHeaders: { cookie, ...(origin === undefined ? {} : { origin }) },
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100
    });
    this.socket.on('welcome', (welcome) => (this.welcome = welcome));
    this.socket.on('goodbye', (why) => (this.gone = why));
    this.socket.on('connected', (connected) => (this.connected = connected));
    this.socket.on(
      'view',
      ({ channel, version, json }) => (this.docs[channel] = { version, doc: JSON.parse(json) as Doc })
    );
    this.socket.on('patch', (change) => this.#take(change));
  }

  say(activity: string, command: string, input: unknown): Promise<Answer> {
    this.#n += 1;
    return this.sends({ device: this.#device, n: this.#n, settled: this.#n - 1, activity, command, input });
  }

  sends(say: Say): Promise<Answer> {
    return this.socket.timeout(5000).emitWithAck('say', say);
  }

  gathering<Shape>(channel: string): Seen<Shape> {
    return this.docs[channel]?.doc.gathering as Seen<Shape>;
  }

  leave(): void {
    this.socket.disconnect();
  }

  #take(change: Patch): void {
    this.patches.push(change);
    const seen = this.docs[change.channel];
    if (seen?.version !== change.from) this.gaps += 1;
    if (!seen) return;
    patch(seen.doc, change.changes);
    seen.version = change.to;
  }
}

let pages = 0;

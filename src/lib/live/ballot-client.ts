import { createStore, update } from 'idb-keyval';
import { refuse, type Refusal } from '#contract/method.ts';
import { backoffMs } from '#wire/backoff.ts';
import type { Drawn, Drop, Dropped } from '#wire/ballot.ts';
import { blind, unblind, type Blinded } from './blind-ticket.ts';

// A chunk of its own: only phones in an activity without names load it.

/** A point of this phone, which alone knows whose it is. `sending` until the server has released it among others. */
export type OwnPoint = { k: number; point: object; state: 'sending' | 'kept' | Refusal };

/** All that this phone stores of one activity. If the browser's storage is lost, it cannot be restored. */
export type StoredTicket = {
  modulus: string;
  blinded: Blinded;
  signature: string | null;
  points: Record<string, OwnPoint>;
};

export type BallotClientPorts = {
  tickets: { update(change: (kept: StoredTicket | null) => StoredTicket | null): Promise<StoredTicket | null> };
  /** Null when the server did not answer. */
  key(): Promise<{ modulus: string } | Refusal | null>;
  sign(blinded: string): Promise<Drawn | Refusal | null>;
  drop(drop: Omit<Drop, 'activity'>): Promise<Dropped | null>;
  pause(attempt: number): Promise<void>;
  /** Hears of every change, by line. */
  changed(points: Readonly<Record<string, OwnPoint>>): void;
};

/**
 * The phone's side of the anonymous ballot of one activity: draws a ticket as soon as the activity is on, long before
 * people place themselves, and sends points with it until the server has released them.
 */
export class BallotClient {
  readonly #ports: BallotClientPorts;
  readonly #sending = new Set<string>();
  #stopped = false;

  constructor(ports: BallotClientPorts) {
    this.#ports = ports;
  }

  /** Draws a ticket or reads the stored one, then sends the points that were not released yet. A refusal is final. */
  async start(): Promise<Refusal | null> {
    const drawn = await this.#draw();
    if ('refused' in drawn) return drawn;
    this.#ports.changed(drawn.points);
    for (const [line, { state }] of Object.entries(drawn.points)) if (state === 'sending') void this.#send(line);
    return null;
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when the point is stored here; `changed` tells how it goes on. `line` names what the point is on. */
  async place(line: string, point: object): Promise<void> {
    const plain = JSON.parse(JSON.stringify(point)) as object;
    const kept = await this.#change((ticket) => {
      // Counted on each line anew: one count through all lines would link the points of this phone on one line to those
      // on another.
      const k = (ticket.points[line]?.k ?? 0) + 1;
      return { ...ticket, points: { ...ticket.points, [line]: { k, point: plain, state: 'sending' } } };
    });
    if (kept) void this.#send(line);
  }

  async #draw(): Promise<StoredTicket | Refusal> {
    for (let attempt = 0; !this.#stopped; attempt += 1) {
      const ticket = (await this.#ports.tickets.update((kept) => kept)) ?? (await this.#begin());
      if (ticket && 'refused' in ticket) return ticket;
      if (ticket?.signature) return ticket;
      const signed = ticket && (await this.#ports.sign(ticket.blinded.blinded));
      if (signed && 'refused' in signed) return signed;
      const signature = signed && unblind(ticket.blinded, signed.signature, ticket.modulus);
      if (signed && !signature) return refuse('ticket-not-valid');
      if (signature) return (await this.#change((kept) => ({ ...kept, signature }))) ?? refuse('ticket-not-valid');
      await this.#ports.pause(attempt);
    }
    return refuse('went-wrong');
  }

  /** Stored before it is sent: a page that closes in between asks for the same signature again. */
  async #begin(): Promise<StoredTicket | Refusal | null> {
    const key = await this.#ports.key();
    if (!key || 'refused' in key) return key;
    const blinded = blind(key.modulus);
    if (!blinded) return refuse('ticket-not-valid');
    const fresh: StoredTicket = { modulus: key.modulus, blinded, signature: null, points: {} };
    // Of two pages that draw at once, both use the ticket that was stored first.
    return this.#ports.tickets.update((kept) => kept ?? fresh);
  }

  /** Sends again until the server decides: one request at a time for each line, always the latest point. */
  async #send(line: string): Promise<void> {
    if (this.#sending.has(line)) return;
    this.#sending.add(line);
    for (let attempt = 0; !this.#stopped;) {
      const ticket = await this.#ports.tickets.update((kept) => kept);
      const own = ticket?.points[line];
      if (!ticket?.signature || own?.state !== 'sending') break;
      const { k, point } = own;
      const answer = await this.#ports.drop({ ticket: ticket.blinded.ticket, signature: ticket.signature, k, point });
      if (answer && 'waiting' in answer) attempt = 0;
      else if (answer) await this.#settle(line, k, 'refused' in answer ? answer : 'kept');
      else {
        await this.#ports.pause(attempt);
        attempt += 1;
      }
    }
    this.#sending.delete(line);
  }

  async #settle(line: string, k: number, state: OwnPoint['state']): Promise<void> {
    await this.#change((ticket) => {
      const own = ticket.points[line];
      return own?.k === k ? { ...ticket, points: { ...ticket.points, [line]: { ...own, state } } } : ticket;
    });
  }

  async #change(change: (tickets: StoredTicket) => StoredTicket): Promise<StoredTicket | null> {
    const ticket = await this.#ports.tickets.update((kept) => kept && change(kept));
    if (ticket) this.#ports.changed(ticket.points);
    return ticket;
  }
}

type Changed = BallotClientPorts['changed'];

const BACKOFF = { leastMs: 500, firstMs: 500, mostMs: 10_000 };

/** With this browser's storage, and with requests that carry no cookie where they carry a point. */
export function openBallotClient(gathering: string, activity: string, changed: Changed): BallotClient {
  const base = `/g/${encodeURIComponent(gathering)}`;
  return new BallotClient({
    tickets: ticketStore(`${gathering} ${activity}`),
    key: () => ask(`${base}/ticket?activity=${encodeURIComponent(activity)}`, { credentials: 'omit' }),
    sign: (blinded) => ask(`${base}/ticket`, post({ activity, blinded }, 'same-origin')),
    drop: (drop) => ask(`${base}/box`, post({ activity, ...drop }, 'omit')),
    pause: (attempt) => new Promise((resolve) => setTimeout(resolve, backoffMs(BACKOFF, attempt, Math.random()))),
    changed
  });
}

const post = (body: object, credentials: RequestCredentials): RequestInit => ({
  method: 'POST',
  credentials,
  referrerPolicy: 'no-referrer',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body)
});

async function ask<Answer>(url: string, how: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(url, { cache: 'no-store', ...how });
    // Only Plenary's own answers count: a page of a proxy, or of a server that is starting, has decided nothing.
    return response.ok || response.status === 400 ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}

/** In a browser without storage the ticket lives as long as the page. */
function ticketStore(name: string): BallotClientPorts['tickets'] {
  let memory: StoredTicket | null = null;
  let broken = false;
  return {
    async update(change) {
      if (!broken) {
        try {
          await update<StoredTicket | null>(
            name,
            (kept) => (memory = change(kept ?? null)),
            createStore('plenary-tickets', 'tickets')
          );
          return memory;
        } catch {
          broken = true;
        }
      }
      return (memory = change(memory));
    }
  };
}

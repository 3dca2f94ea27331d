import { isRefusal, refuse } from '#contract/method.ts';
import { INPUT_LONGEST, isTooLong, type Answer, type Later, type Say } from '#wire/messages.ts';
import type { Refused } from './connection-state.ts';
import {
  claim,
  enqueue,
  renumber,
  dequeue,
  type OutboxStore,
  type WaitingCommand,
  type DeviceQueues
} from './device-queue.ts';

export const WAITING_MOST = 200;

export type OutboxPorts = {
  store: OutboxStore;
  /** Waits for a connection, then sends. Null when the connection was lost before the answer came. */
  deliver(say: Say): Promise<Answer | null>;
  /** Waits before the same number is sent again. `why` it was put off; `attempt` counts from 0. */
  pause(attempt: number, why: Later): Promise<void>;
  /** Whether the page of this name still lives in this browser. */
  isAlive(page: string): Promise<boolean>;
  newDevice(): string;
  /** Hears of every change: how many commands wait, and the refusal that just arrived, if one did. */
  changed(waiting: number, refused: Refused | null): void;
};

type Waiting = WaitingCommand & {
  /** Stored, so that a crash cannot lose it. Only a stored command counts as waiting and may be sent. */
  stored: boolean;
  storing: Promise<void>;
  /** Sent before: a copy may still be under way. */
  said: boolean;
  /** Got a new number once already. A second one would mean that the server forgets, and this would never end. */
  renumbered: boolean;
  tell(answer: Answer): void;
};

type Row = { device: string; settled: number; waiting: Waiting[]; adopted: boolean };
type Said = Omit<WaitingCommand, 'n'>;

/**
 * Commands on their way: stored first, sent in order, one at a time, the same number again until it is answered.
 * A page sends what it adopted from pages that are gone before its own.
 */
export class Outbox {
  /** How other pages call this one: its first device. */
  readonly page: string;
  readonly #ports: OutboxPorts;
  #own: Row;
  /** In the order of sending; the own row is the last. */
  #rows: Row[];
  #sending = false;
  #stopped = false;
  #ready = false;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.page = ports.newDevice();
    this.#own = emptyRow(this.page);
    this.#rows = [this.#own];
  }

  /** Adopts what pages that are gone left behind, then begins to send. */
  async start(): Promise<void> {
    await this.adopt();
    this.#ready = true;
    void this.#send();
  }

  stop(): void {
    this.#stopped = true;
  }

  /** By which the server knows what was done on this page. */
  get device(): string {
    return this.#own.device;
  }

  get waiting(): number {
    return this.#rows.flatMap(({ waiting }) => waiting.filter(({ stored }) => stored)).length;
  }

  /** Resolves with the answer, however long that takes; never rejects. */
  say(activity: string, command: string, input: unknown): Promise<Answer> {
    if (this.#own.waiting.length >= WAITING_MOST) {
      return Promise.resolve(refuse('too-many-waiting', { most: WAITING_MOST }));
    }
    // Never stored: a command that the server cannot take would be sent again for ever.
    if (isTooLong(input)) return Promise.resolve(refuse('input-too-long', { most: INPUT_LONGEST }));
    return new Promise((tell) => this.#put({ activity, command, input }, tell));
  }

  /** Adopts commands whose page is gone. Of two pages that try at once, one gets each device. */
  async adopt(): Promise<void> {
    const queues = await this.#ports.store.update(asItIs);
    const strangers = Object.entries(queues).filter(([, { holder }]) => holder !== this.page);
    const rows = await Promise.all(strangers.map(([device, { holder }]) => this.#claim(device, holder)));
    this.#rows = [...this.#rows.slice(0, -1), ...rows.filter((row) => row !== null), this.#own];
    this.#tellAll();
    void this.#send();
  }

  async #claim(device: string, holder: string): Promise<Row | null> {
    const { store, isAlive } = this.#ports;
    if (await isAlive(holder)) return null;
    const queues = await store.update((queues) => claim(queues, device, holder, this.page));
    const lane = queues[device];
    if (lane?.holder !== this.page || this.#rows.some((row) => row.device === device)) return null;
    return { device, settled: lane.settled, waiting: lane.waiting.map(orphan), adopted: true };
  }

  #put(said: Said, tell: (answer: Answer) => void): void {
    const row = this.#own;
    const kept: WaitingCommand = { n: (row.waiting.at(-1)?.n ?? row.settled) + 1, ...said };
    const waiting: Waiting = {
      ...kept,
      stored: false,
      storing: Promise.resolve(),
      said: false,
      renumbered: false,
      tell
    };
    row.waiting.push(waiting);
    waiting.storing = this.#store(row, waiting, kept);
  }

  async #store(row: Row, waiting: Waiting, kept: WaitingCommand): Promise<void> {
    const queues = await this.#ports.store.update((queues) => enqueue(queues, this.page, row.device, kept));
    waiting.stored = this.#isOurs(queues, row);
    if (!waiting.stored) return this.#handOver(row);
    this.#tellAll();
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#sending || !this.#ready) return;
    this.#sending = true;
    for (let attempt = 0; !this.#stopped;) {
      const row = this.#rows.find(({ waiting }) => waiting.length > 0);
      const next = row?.waiting[0];
      if (!row || !next?.stored) break;
      if (!this.#isOurs(await this.#ports.store.update(asItIs), row)) {
        this.#handOver(row);
        continue;
      }
      const { n, activity, command, input } = next;
      // One at a time and in order, so everything before this number is settled.
      const say = { device: row.device, n, settled: n - 1, activity, command, input };
      const answer = await this.#ports.deliver(next.said ? { ...say, again: true } : say);
      next.said = true;
      if (answer === null) continue;
      if ('later' in answer) {
        await this.#ports.pause(attempt, answer.later);
        attempt += 1;
        continue;
      }
      attempt = 0;
      if (isRefusal(answer) && NUMBER_LOST.includes(answer.refused) && !next.renumbered) await this.#renumber(row);
      else await this.#settle(row, next, answer);
    }
    this.#sending = false;
  }

  async #settle(row: Row, next: Waiting, answer: Answer): Promise<void> {
    // Removed from the store before it is answered: after a crash in between, a refused command would be sent again.
    await this.#ports.store.update((queues) => dequeue(queues, row.device, next.n, !row.adopted));
    row.waiting = row.waiting.filter((waiting) => waiting !== next);
    row.settled = next.n;
    this.#rows = this.#rows.filter((row) => row === this.#own || row.waiting.length > 0);
    next.tell(answer);
    const { activity } = next;
    this.#tellAll(isRefusal(answer) ? { ...answer, activity, orphaned: row.adopted } : null);
  }

  /**
   * The server knows this device by other numbers than this page, as after a restored backup. The refusal says that the
   * command did not take effect under its number, so it is safe to send it once more under another.
   */
  async #renumber(row: Row): Promise<void> {
    if (row === this.#own) this.#beginRow();
    await Promise.all(row.waiting.map(({ storing }) => storing));
    const device = this.#ports.newDevice();
    const waiting = row.waiting.map((said, index): Waiting => ({
      ...said,
      n: index + 1,
      said: false,
      renumbered: true
    }));
    await this.#ports.store.update((queues) => renumber(queues, this.page, row.device, device, waiting.map(plain)));
    Object.assign(row, { device, settled: 0, waiting });
  }

  /** A device that is missing in the store means that the storage was cleared: this page still knows what waits. */
  #isOurs(queues: DeviceQueues, { device }: Row): boolean {
    return (queues[device]?.holder ?? this.page) === this.page;
  }

  /**
   * This page slept so long that another page adopted its commands. Those are answered there; commands from after that
   * are sent under a new device.
   */
  #handOver(row: Row): void {
    const said = row.waiting;
    row.waiting = [];
    if (row === this.#own) this.#beginRow();
    this.#rows = this.#rows.filter((other) => other !== row);
    for (const { stored, tell, ...late } of said) {
      if (stored) tell(refuse('answered-before'));
      else this.#put({ activity: late.activity, command: late.command, input: late.input }, tell);
    }
    this.#tellAll();
  }

  #beginRow(): void {
    this.#own = emptyRow(this.#ports.newDevice());
    this.#rows = [...this.#rows, this.#own];
  }

  #tellAll(refused: Refused | null = null): void {
    this.#ports.changed(this.waiting, refused);
  }
}

/** Refusals that are about the number of a command, not about its content. */
const NUMBER_LOST: readonly string[] = ['out-of-order', 'number-taken'];

const emptyRow = (device: string): Row => ({ device, settled: 0, waiting: [], adopted: false });
const asItIs = <Value>(value: Value): Value => value;
const plain = ({ n, activity, command, input }: WaitingCommand): WaitingCommand => ({ n, activity, command, input });
/** The page that sent this is gone; the status line of this page shows a refusal. */
const orphan = (kept: WaitingCommand): Waiting => ({
  ...kept,
  stored: true,
  storing: Promise.resolve(),
  said: true,
  renumbered: false,
  tell: () => {}
});

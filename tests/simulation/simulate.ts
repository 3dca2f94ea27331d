import { isDeepStrictEqual } from 'node:util';
import { foldBatch } from '#gathering/durable-ledger.ts';
import { openHost, type Host } from '#gathering/host.ts';
import { emptyLedger, type Ledger, type Rules } from '#gathering/ledger.ts';
import { channelsBeside, isMethodChannel, viewOf } from '#gathering/view-of.ts';
import type { Log, Vault } from '#gathering/ports.ts';
import { personal, type Actor } from '#contract/method.ts';
import { forgetErased } from '#server/gatherings/forget-erased.ts';
import { streamOf } from '#server/hosting/hosted-gatherings.ts';
import { openMemory, type Texts } from '#server/log/memory/memory.ts';
import { ana, countedPorts, helper, phone, projector, rules } from '../support/test-host.ts';
import { againstTheLog, keptOfErased, keptSecrets } from './invariants.ts';
import { Device } from './devices.ts';
import { createSeededRandom, type SeededRandom } from '#contract/testing/seeded-random.ts';
import { slowStore } from './faulty-store.ts';
import { clockCommand, randomCommand, workerCommand, type RandomCommand } from './random-commands.ts';

const ID = 'gathering-1';
const STREAM = streamOf(ID);
const PEOPLE = 12;
const HEAL_STEPS_AT_MOST = 4000;
/** The clock goes on by this much at each reading, so that held chairs time out within a run. */
const TICK_MS = 700;

export type Run = { seed: number; steps: number; events: number; crashes: number; breaches: string[] };

/** A bug put in on purpose, to see that the simulation finds it. */
export type Planted = { rules?: Rules; log?: (log: Log) => Log; vault?: (vault: Vault) => Vault };

/**
 * One seeded run: two nodes over one store, devices that say everything twice when in doubt, nodes that die in the
 * middle, a store that loses replies. First chaos, then all faults end and everything must come to rest, equal
 * everywhere.
 */
export async function simulate(seed: number, steps: number, planted: Planted = {}): Promise<Run> {
  const world = new World(createSeededRandom(seed), planted);
  for (let step = 0; step < steps; step += 1) await world.step();
  world.faults = false;
  for (let step = 0; step < HEAL_STEPS_AT_MOST && !world.atRest(); step += 1) await world.heal();
  const breaches = [...world.breaches, ...(await world.judge())];
  return { seed, steps, events: world.latest.version, crashes: world.crashes, breaches };
}

type Node = { host: Host | null; opening: boolean; store: ReturnType<typeof slowStore>; life: number };

class World {
  readonly breaches: string[] = [];
  readonly #texts: Texts = new Map();
  readonly shared = openMemory(undefined, this.#texts);
  readonly devices: Device[];
  readonly #random: SeededRandom;
  readonly #nodes: Node[];
  readonly #rules: Rules;
  readonly #log: (log: Log) => Log;
  readonly #vault: Vault;
  readonly #ports: ReturnType<typeof countedPorts>;
  /** The furthest durable state that any node showed: what random commands are made from. */
  latest: Ledger = emptyLedger(rules);
  faults = true;
  crashes = 0;
  readonly #calm: boolean;
  #now = 1_700_000_000_000;

  constructor(
    random: SeededRandom,
    { rules: other = rules, log = (honest) => honest, vault = (honest) => honest }: Planted
  ) {
    this.#random = random;
    this.#calm = random.chance(0.6);
    this.#rules = other;
    this.#log = log;
    this.#vault = vault(this.shared.vault);
    const report = (error: unknown) => this.breaches.push(`fault: ${String(error)}`);
    this.#ports = { ...countedPorts(this.shared, report), now: () => (this.#now += TICK_MS) };
    const cast: Actor[] = [
      ana,
      ana,
      helper,
      projector,
      { role: 'clock', person: null },
      // Two nodes have it computed, and both bring it.
      { role: 'worker', person: null },
      { role: 'worker', person: null },
      ...Array.from({ length: PEOPLE }, (_, i) => phone(`person${i}`))
    ];
    this.devices = cast.map((by, index) => new Device(`device${index}`, by));
    this.#nodes = [this.#node(), this.#node()];
  }

  async step(): Promise<void> {
    const random = this.#random;
    const device = random.pick(this.devices);
    const node = random.pick(this.#nodes);
    if (!device || !node) return;
    if (random.chance(0.004)) await this.#crash(node);
    else if (random.chance(0.25)) this.#want(device);
    else if (random.chance(0.4)) this.#say(device, node);
    else await this.#move(node);
    await settled();
  }

  /** Nothing new is wanted; everything that waits goes on its way. */
  async heal(): Promise<void> {
    for (const node of this.#nodes) await this.#move(node);
    for (const device of this.devices) this.#say(device, this.#nodes[0] as Node);
    await settled();
  }

  atRest(): boolean {
    const quiet = this.#nodes.every(({ host, store }) => host && !store.busy());
    return quiet && this.devices.every(({ waiting, flying }) => waiting.length === 0 && !flying);
  }

  async judge(): Promise<string[]> {
    if (!this.atRest()) return ['heal: something still waits'];
    const entries = await this.shared.log.read(STREAM, 0);
    const folded = emptyLedger(this.#rules);
    for (const { batch } of structuredClone(entries)) foldBatch(folded, batch, this.#rules);
    const found = againstTheLog(this.devices, entries, folded, this.#rules);
    const hosts = this.#nodes.flatMap(({ host }) => host ?? []);
    found.push(...keptOfErased(folded, [...(this.#texts.get(STREAM)?.values() ?? [])], hosts));
    for (const [index, { host }] of this.#nodes.entries())
      if (!isDeepStrictEqual(host?.ledger(), folded)) found.push(`I4 node ${index} differs from the folded log`);
    return found;
  }

  #node(): Node {
    return { host: null, opening: false, store: slowStore(this.shared, this.#random, () => this.faults), life: 0 };
  }

  #want(device: Device): void {
    if (device.waiting.length >= 5) return;
    const wanted = this.#randomCommand(device.by);
    if (wanted) device.want(wanted.activity, wanted.command, wanted.input);
  }

  #randomCommand(by: Actor): RandomCommand | null {
    if (by.role === 'clock') return clockCommand(this.latest, this.#now);
    if (by.role === 'worker') return workerCommand(this.latest, this.#random);
    return randomCommand(this.latest, by, this.#random, {
      calm: this.#calm,
      methods: Object.keys(this.#rules.methods)
    });
  }

  /** The message may arrive twice, and its answer may be lost on the way back. */
  #say(device: Device, node: Node): void {
    const say = device.next();
    if (!say || !node.host) return;
    const going = device.goes(say);
    const { life } = node;
    const lost = this.faults && this.#random.chance(0.15);
    device.flying = !lost;
    void node.host.hear(say, device.by).then((answer) => {
      if (lost || node.life !== life || device.goings !== going) return;
      device.flying = false;
      device.hear(say, answer);
    });
    if (this.faults && this.#random.chance(0.1)) void node.host.hear(say, device.by);
  }

  async #move(node: Node): Promise<void> {
    if (!node.host && !node.opening) this.#open(node);
    await node.store.step();
  }

  #open(node: Node): void {
    const { life } = node;
    node.opening = true;
    openHost(
      STREAM,
      { ...this.#ports, ...node.store.stores, log: this.#log(node.store.stores.log), vault: this.#vault },
      this.#rules
    ).then(
      (host) => {
        if (node.life !== life) return;
        node.opening = false;
        node.host = host;
        this.#watch(host);
        this.#forget(host);
      },
      () => {
        if (node.life === life) node.opening = false;
      }
    );
  }

  /** Every durable change is looked at from every channel: a view that changed without being named is a breach. */
  #watch(host: Host): void {
    let before = host.ledger();
    host.watch(({ ledger, channels }) => {
      if (ledger.version < before.version) this.breaches.push('I3 a node went back in time');
      if (this.#random.chance(0.2)) this.#compare(before, ledger, channels);
      if (this.#random.chance(0.05)) this.breaches.push(...keptSecrets(ledger, this.#rules));
      before = ledger;
      if (ledger.version > this.latest.version) this.latest = ledger;
      this.#forget(host);
    });
  }

  /** As the server does when it opens a gathering and after each change. */
  #forget(host: Host): void {
    if (host.ledger().gathering.erased.length > 0)
      void forgetErased(ID, host, { vault: this.#vault, rules: this.#rules });
  }

  #compare(before: Ledger, after: Ledger, channels: ReadonlySet<string>): void {
    const own = Object.keys(after.gathering.people).flatMap((person) => [
      personal(person),
      ...channelsBeside(before, person, rules),
      ...channelsBeside(after, person, rules)
    ]);
    const turned = before.gathering.now !== after.gathering.now;
    const all = ['board', 'console', 'all', ...own].filter((channel) => !(turned && isMethodChannel(channel)));
    for (const channel of all) {
      if (channels.has(channel)) continue;
      if (!isDeepStrictEqual(viewOf(before, channel, rules), viewOf(after, channel, rules)))
        this.breaches.push(`touches: ${channel} changed unnamed at version ${after.version}`);
    }
  }

  async #crash(node: Node): Promise<void> {
    this.crashes += 1;
    node.life += 1;
    await node.store.crash();
    for (const device of this.devices) device.flying = false;
    Object.assign(node, { host: null, opening: false, store: slowStore(this.shared, this.#random, () => this.faults) });
  }
}

/** Lets every promise that can go on go on: the run stays the same for the same seed. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

import { openHost, type Host, type HostPorts } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { once } from '../once.ts';
import { createGatheringClock, type Read } from './steady-clock.ts';

/** The gatherings in use on this node: each is hosted once, from first use until some time after the last. */
export type Hosts = {
  /** Runs with the host of a gathering. The caller knows that there is such a gathering. */
  with<Outcome>(gathering: string, use: (host: Host) => Outcome | Promise<Outcome>): Promise<Outcome>;
  /** Keeps a gathering hosted until `release`. */
  hold(gathering: string): Promise<{ host: Host; release(): void }>;
  /**
   * Ends the host of a gathering that was deleted, whoever holds it. Resolves when it writes nothing more: with false
   * when there was none.
   */
  end(gathering: string): Promise<boolean>;
  open(): number;
  close(): Promise<void>;
};

type Hosted = { host: Promise<Host>; letGo(): void; users: number; idle: NodeJS.Timeout | null; shut: boolean };

const IDLE_MS = 5 * 60_000;

export const streamOf = (gathering: string): string => `gathering:${gathering}`;

/** `wrapped`: wraps each host before its first use. `steady`: the clock that time goes on by. */
type HostsOptions = { idleMs?: number; wrapped?: (gathering: string, host: Host) => Host; steady?: Read };

/** `opened` is called with every host as it opens, and returns how to let go of it before it closes. */
export function openHosts(
  ports: HostPorts,
  rules: Rules,
  opened: (gathering: string, host: Host) => () => void,
  { idleMs = IDLE_MS, wrapped = (_gathering, host) => host, steady }: HostsOptions = {}
): Hosts {
  const hosted = new Map<string, Hosted>();

  async function hold(gathering: string) {
    const entry = hosted.get(gathering) ?? begin(gathering);
    entry.users += 1;
    if (entry.idle) clearTimeout(entry.idle);
    const release = once(() => {
      entry.users -= 1;
      if (entry.users === 0) entry.idle = setTimeout(() => end(gathering, entry), idleMs).unref();
    });
    try {
      return { host: await entry.host, release };
    } catch (error) {
      // A failed opening must not be remembered: the store may be back at the next try.
      if (hosted.get(gathering) === entry) hosted.delete(gathering);
      throw error;
    }
  }

  /** `ports.now` is the clock on the wall: from here on the gathering has a time of its own. */
  async function openInTime(gathering: string): Promise<Host> {
    const time = createGatheringClock(() => ports.now(), steady);
    const host = await openHost(streamOf(gathering), { ...ports, now: time.now }, rules);
    time.notBefore(host.ledger().at);
    host.watch(({ ledger }) => time.notBefore(ledger.at));
    return host;
  }

  function begin(gathering: string): Hosted {
    const host = openInTime(gathering).then((ready) => wrapped(gathering, ready));
    const entry: Hosted = { host, letGo: () => {}, users: 0, idle: null, shut: false };
    hosted.set(gathering, entry);
    host.then((ready) => (entry.letGo = opened(gathering, ready))).catch(() => {});
    return entry;
  }

  function end(gathering: string, entry: Hosted): void {
    if (entry.users > 0) return;
    if (hosted.get(gathering) === entry) hosted.delete(gathering);
    shut(entry).catch(ports.report);
  }

  async function shut(entry: Hosted, deleted = false): Promise<void> {
    if (entry.shut) return;
    entry.shut = true;
    const host = await entry.host;
    entry.letGo();
    await host.close(deleted);
  }

  return {
    hold,
    async with(gathering, use) {
      const { host, release } = await hold(gathering);
      try {
        return await use(host);
      } finally {
        release();
      }
    },
    async end(gathering) {
      const entry = hosted.get(gathering);
      if (!entry) return false;
      hosted.delete(gathering);
      // One that could not be opened has nothing under way.
      await entry.host.then(
        () => shut(entry, true),
        () => {}
      );
      return true;
    },
    open: () => hosted.size,
    async close() {
      const ending = [...hosted.values()];
      hosted.clear();
      for (const { idle } of ending) if (idle) clearTimeout(idle);
      await Promise.allSettled(ending.map((entry) => shut(entry)));
    }
  };
}

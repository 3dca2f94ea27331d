import { Unavailable, type Entry, type Log } from '#gathering/ports.ts';
import type { Stores } from '#server/log/stores.ts';
import type { SeededRandom } from '#contract/testing/seeded-random.ts';

export type Fault = 'none' | 'lost-before' | 'lost-after' | 'full';

/** One node's way to the shared store: every call waits until the simulation lets it through, or lets it fail. */
export function slowStore(shared: Stores, random: SeededRandom, faults: () => boolean) {
  const pending: (() => Promise<void>)[] = [];
  const arriving: (() => void)[] = [];
  let cut = false;

  const fault = (): Fault => {
    if (!faults() || !random.chance(0.1)) return 'none';
    return random.pick(['lost-before', 'lost-after', 'full'] as const) ?? 'none';
  };

  const later = <Result>(work: () => Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      pending.push(() => work().then(resolve, reject));
    });

  const log: Log = {
    append: (...asked) =>
      later(async () => {
        const strikes = fault();
        if (strikes === 'full') throw new Unavailable('storage-full');
        if (strikes === 'lost-before') throw new Unavailable('storage-away');
        const appended = await shared.log.append(...asked);
        if (strikes === 'lost-after') throw new Unavailable('storage-away');
        return appended;
      }),
    read: (stream, after) => later(() => shared.log.read(stream, after)),
    check: (...asked) => shared.log.check(...asked),
    latest: (stream) => later(async () => (await shared.log.latest?.(stream)) ?? 0),
    follow(stream, after, each) {
      const stop = shared.log.follow(stream, after, (entry: Entry) => {
        // Told late, but in order.
        arriving.push(() => each(entry));
      });
      return stop;
    },
    close: async () => {}
  };

  return {
    stores: { ...shared, log },
    busy: () => pending.length + arriving.length > 0,
    /** Lets one waiting call through, or tells one entry of another node. */
    async step() {
      if (arriving.length > 0 && (pending.length === 0 || random.chance(0.5))) {
        const tell = arriving.shift();
        if (!cut) tell?.();
        return;
      }
      const [call] = pending.splice(random.below(pending.length), 1);
      await call?.();
    },
    /** The node died: what was on its way may still reach the disk, but nobody hears of it. */
    async crash() {
      cut = true;
      for (const call of pending.splice(0)) if (random.chance(0.5)) await call().catch(() => {});
      arriving.length = 0;
    }
  };
}

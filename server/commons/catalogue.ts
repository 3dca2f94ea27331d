import type { Batch, Log } from '#gathering/ports.ts';
import type { StoredEvent } from '#gathering/ledger.ts';
import { newId } from '../access/ids.ts';
import { newCode } from '../access/join-code.ts';
import { isAddressOf } from '../gatherings/slug.ts';

/** The stream of what spans gatherings. It holds no typed words, so that nothing in it has ever to be forgotten. */
export const CATALOGUE = 'catalogue';

export type CatalogueEvents = {
  Opened: { gathering: string; owner: string; code: string };
  Closed: { gathering: string };
  Reopened: { gathering: string };
  /** Another account leads it from here on. */
  HandedOver: { gathering: string; owner: string };
  /** The edition stands in the stream `edition:<slug>`, as its version. */
  Published: { gathering: string; edition: string; version: number };
  /** The same of an edition that an account brought from elsewhere: no gathering of this house stands behind it. */
  BroughtIn: { edition: string; version: number; by: string };
  /** It was taken out again, for good; `notes`: the addresses of its notes, which say so from then on. */
  TakenOut: { edition: string; notes: string[]; by: string };
  /** When nothing is to be left of it but its editions; null: not yet. */
  KeptUntil: { gathering: string; until: number | null };
  /** Nothing of it is to be left but its editions. */
  Deleted: { gathering: string };
};

/** How an edition came that no gathering of this house left behind; milliseconds since 1970. */
export type Arrival = { readonly at: number; readonly by: string; readonly version: number };

export type Listed = {
  readonly gathering: string;
  readonly owner: string;
  readonly code: string;
  readonly openedAt: number;
  readonly open: boolean;
  readonly edition: string | null;
  /** The number of the newest edition, 0 before the first. */
  readonly version: number;
  /** Milliseconds since 1970; null while it is open. */
  readonly keptUntil: number | null;
};

export type Catalogue = {
  /** As far as this node knows; null for what was deleted. */
  find(gathering: string): Listed | null;
  /**
   * As {@link find}, and where this node knows nothing, as far as the store does: another may have opened it a moment
   * ago.
   */
  seek(gathering: string): Promise<Listed | null>;
  /** Reads what the store holds and this node has not folded yet. */
  rise(): Promise<void>;
  /** The open gathering a code means. */
  byCode(code: string): string | null;
  /** The newest first. */
  of(owner: string): Listed[];
  /**
   * Claims a code that no other gathering has. Called again for the same gathering, returns what was claimed; null when
   * it was deleted.
   */
  open(gathering: string, owner: string): Promise<Listed | null>;
  /** Changes the owner, if it is still `from`. */
  handOver(gathering: string, from: string, to: string): Promise<void>;
  setPhase(gathering: string, phase: 'Closed' | 'Reopened'): Promise<void>;
  published(gathering: string, edition: string, version: number): Promise<void>;
  broughtIn(edition: string, version: number, by: string): Promise<void>;
  /** Null for an edition of a gathering of this house, and for none. */
  arrival(edition: string): Arrival | null;
  /** What was brought in and is there, the newest first. */
  arrivals(): ({ edition: string } & Arrival)[];
  takeOut(edition: string, notes: string[], by: string): Promise<void>;
  /** When it was taken out, in milliseconds since 1970; null where it was not. */
  takenOut(edition: string): number | null;
  /** Whether a gathering of this house has its editions at this address, or will have them there. */
  ownsAddress(edition: string): boolean;
  keepUntil(gathering: string, until: number | null): Promise<void>;
  /** Closed ones that are kept until then, or of which it is not known: a crash came between the two. */
  dueAt(at: number): string[];
  /** That it is deleted, for every node and for good. */
  delete(gathering: string): Promise<void>;
  /** As far as this node knows. */
  isDeleted(gathering: string): boolean;
  /** Called with each that was deleted, the earlier ones at once. */
  whenDeleted(each: (gathering: string) => void): void;
  close(): void;
};

const OPEN = { open: true, edition: null, version: 0, keptUntil: null };

type Told = { [Type in keyof CatalogueEvents]: { type: Type; data: CatalogueEvents[Type] } }[keyof CatalogueEvents];

/** Follows the catalogue into memory: which code means which gathering, and whose it is. */
export async function openCatalogue(log: Log): Promise<Catalogue> {
  const listed = new Map<string, Listed>();
  const codes = new Map<string, string>();
  const arrivals = new Map<string, Arrival>();
  const takenOut = new Map<string, number>();
  const deleted = new Set<string>();
  let told = (_gathering: string) => {};
  let version = 0;

  for (const entry of await log.read(CATALOGUE, 0)) take(entry);
  const unfollow = log.follow(CATALOGUE, version, take);

  function take({ first, batch }: { first: number; batch: Batch }): void {
    if (first !== version + 1) return;
    version += batch.events.length;
    for (const event of batch.events) fold(event);
  }

  function fold(event: StoredEvent): void {
    const { type, data } = event as unknown as Told;
    if (type === 'Opened') {
      listed.set(data.gathering, { ...data, ...OPEN, openedAt: event.at });
      codes.set(data.code, data.gathering);
      return;
    }
    if (type === 'BroughtIn') {
      // Another node may have taken it out meanwhile: then nothing of it is kept.
      if (!takenOut.has(data.edition)) arrivals.set(data.edition, { at: event.at, by: data.by, version: data.version });
      return;
    }
    if (type === 'TakenOut') {
      arrivals.delete(data.edition);
      takenOut.set(data.edition, event.at);
      return;
    }
    const was = listed.get(data.gathering);
    if (!was) return;
    if (type === 'Closed') listed.set(data.gathering, { ...was, open: false });
    if (type === 'Reopened') listed.set(data.gathering, { ...was, open: true });
    if (type === 'HandedOver') listed.set(data.gathering, { ...was, owner: data.owner });
    if (type === 'Published') {
      listed.set(data.gathering, { ...was, open: false, edition: data.edition, version: data.version });
      // Only now can the gathering never open again, so only now is its code free for another.
      freeCode(was);
    }
    if (type === 'KeptUntil') listed.set(data.gathering, { ...was, keptUntil: data.until });
    if (type === 'Deleted') {
      freeCode(was);
      listed.delete(data.gathering);
      deleted.add(data.gathering);
      told(data.gathering);
    }
  }

  /** It may be another's already. */
  function freeCode({ gathering, code }: Listed): void {
    if (codes.get(code) === gathering) codes.delete(code);
  }

  /** Appends what `decide` says of the newest state, again after every lost race; null: it is so already. */
  async function write(decide: () => Told | null): Promise<void> {
    for (;;) {
      const told = decide();
      if (!told) return;
      const at = version;
      const batch = { id: newId(), events: [{ activity: CATALOGUE, v: 1, at: Date.now(), ...told }], receipts: [] };
      try {
        await log.append(CATALOGUE, at, batch, []);
      } catch (error) {
        // The reply may be lost although the batch was stored: the tail tells, and then there is nothing left to
        // decide.
        const tail = await log.read(CATALOGUE, at).catch(() => []);
        if (!tail.some((entry) => entry.batch.id === batch.id)) throw error;
      }
      for (const entry of await log.read(CATALOGUE, version)) take(entry);
    }
  }

  const found = (gathering: string) => listed.get(gathering) ?? null;

  async function rise(): Promise<void> {
    if (!log.latest || (await log.latest(CATALOGUE)) <= version) return;
    for (const entry of await log.read(CATALOGUE, version)) take(entry);
  }

  async function seek(gathering: string): Promise<Listed | null> {
    if (!found(gathering)) await rise();
    return found(gathering);
  }

  return {
    find: found,
    seek,
    rise,
    byCode(code) {
      const gathering = codes.get(code);
      return gathering && found(gathering)?.open ? gathering : null;
    },
    of: (owner) => [...listed.values()].filter((each) => each.owner === owner).reverse(),
    async open(gathering, owner) {
      await write(() => {
        if (found(gathering) || deleted.has(gathering)) return null;
        const open = [...listed.values()].filter((each) => each.open).length;
        const code = newCode((taken) => codes.has(taken), open);
        return { type: 'Opened', data: { gathering, owner, code } };
      });
      return found(gathering);
    },
    handOver: (gathering, from, to) =>
      write(() => (found(gathering)?.owner === from ? { type: 'HandedOver', data: { gathering, owner: to } } : null)),
    setPhase: (gathering, phase) =>
      write(() => {
        const was = found(gathering);
        if (!was || was.edition !== null || was.open === (phase === 'Reopened')) return null;
        return { type: phase, data: { gathering } };
      }),
    published: (gathering, edition, version) =>
      write(() =>
        deleted.has(gathering) || (found(gathering)?.version ?? 0) >= version
          ? null
          : { type: 'Published', data: { gathering, edition, version } }
      ),
    broughtIn: (edition, version, by) =>
      write(() =>
        (arrivals.get(edition)?.version ?? 0) >= version ? null : { type: 'BroughtIn', data: { edition, version, by } }
      ),
    arrival: (edition) => arrivals.get(edition) ?? null,
    arrivals: () => [...arrivals].map(([edition, arrival]) => ({ edition, ...arrival })).reverse(),
    takeOut: (edition, notes, by) =>
      write(() => (arrivals.has(edition) ? { type: 'TakenOut', data: { edition, notes, by } } : null)),
    takenOut: (edition) => takenOut.get(edition) ?? null,
    ownsAddress: (edition) => [...listed.keys(), ...deleted].some((gathering) => isAddressOf(edition, gathering)),
    keepUntil: (gathering, until) =>
      write(() => {
        const was = found(gathering);
        return !was || was.keptUntil === until ? null : { type: 'KeptUntil', data: { gathering, until } };
      }),
    dueAt: (at) =>
      [...listed.values()].flatMap(({ gathering, open, keptUntil }) =>
        !open && (keptUntil ?? at) <= at ? [gathering] : []
      ),
    delete: (gathering) => write(() => (found(gathering) ? { type: 'Deleted', data: { gathering } } : null)),
    isDeleted: (gathering) => deleted.has(gathering),
    whenDeleted(each) {
      told = each;
      for (const gathering of deleted) each(gathering);
    },
    close: unfollow
  };
}

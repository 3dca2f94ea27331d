/** A command as it waits: number, content, nothing else. */
export type Kept = { n: number; activity: string; command: string; input: unknown };

/** What one device still has to send, and the page that sends it: its own, or the one that adopted it. */
export type Lane = { holder: string; settled: number; waiting: Kept[] };

/** All that waits on this browser for one person in one gathering, by device. Older devices come first and are sent first. */
export type Shelf = Readonly<Record<string, Lane>>;

/**
 * Where the shelf is kept. There is one verb, and it is a transaction: two tabs that adopt, add and settle at the same
 * time each see what the other did.
 */
export type Box = { update(change: (shelf: Shelf) => Shelf): Promise<Shelf> };

/** Puts a command behind the others of its device; a shelf that somebody else holds stays as it is. */
export function keep(shelf: Shelf, page: string, device: string, kept: Kept): Shelf {
  const lane = shelf[device] ?? { holder: page, settled: kept.n - 1, waiting: [] };
  return lane.holder === page ? { ...shelf, [device]: { ...lane, waiting: [...lane.waiting, kept] } } : shelf;
}

/**
 * Takes an answered command off. An emptied lane of the page itself goes; one that was adopted stays, so that its first
 * page, should it only have slept, learns that others spoke for it.
 */
export function settle(shelf: Shelf, device: string, n: number, own: boolean): Shelf {
  const { [device]: lane, ...others } = shelf;
  if (!lane) return shelf;
  const waiting = lane.waiting.filter((kept) => kept.n > n);
  if (waiting.length === 0 && own) return others;
  return { ...shelf, [device]: { ...lane, settled: Math.max(lane.settled, n), waiting } };
}

/** Hands a lane from a page that is gone to another; only once, whoever comes first. Emptied lanes are swept out. */
export function claim(shelf: Shelf, device: string, from: string, to: string): Shelf {
  const { [device]: lane, ...others } = shelf;
  if (lane?.holder !== from) return shelf;
  return lane.waiting.length > 0 ? { ...shelf, [device]: { ...lane, holder: to } } : others;
}

/** Gives the waiting commands of a lane to another device, numbered afresh, at one stroke: they are never on both. */
export function renumber(shelf: Shelf, page: string, from: string, to: string, waiting: Kept[]): Shelf {
  const lane: Lane = { holder: page, settled: 0, waiting };
  if (!Object.hasOwn(shelf, from)) return { ...shelf, [to]: lane };
  return Object.fromEntries(Object.entries(shelf).map((each) => (each[0] === from ? [to, lane] : each)));
}

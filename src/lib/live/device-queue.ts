/** A command that waits: its number and content. */
export type WaitingCommand = { n: number; activity: string; command: string; input: unknown };

/** What one device still has to send. `holder` is the page that sends it: its own, or the one that adopted it. */
export type DeviceQueue = { holder: string; settled: number; waiting: WaitingCommand[] };

/**
 * All that waits in this browser for one person in one gathering, by device. Older devices come first and are sent
 * first.
 */
export type DeviceQueues = Readonly<Record<string, DeviceQueue>>;

/**
 * Where the queues are kept. Its one method is a transaction: two tabs that adopt, add and settle at the same time
 * each see what the other did.
 */
export type OutboxStore = { update(change: (queues: DeviceQueues) => DeviceQueues): Promise<DeviceQueues> };

/** Puts a command behind the others of its device; a queue that another page holds stays as it is. */
export function enqueue(queues: DeviceQueues, page: string, device: string, kept: WaitingCommand): DeviceQueues {
  const queue = queues[device] ?? { holder: page, settled: kept.n - 1, waiting: [] };
  return queue.holder === page ? { ...queues, [device]: { ...queue, waiting: [...queue.waiting, kept] } } : queues;
}

/**
 * Takes an answered command off. An empty queue of the page's own is removed. An empty queue that was adopted stays, so
 * that its first page, if it only slept, learns that another page has sent its commands.
 */
export function dequeue(queues: DeviceQueues, device: string, n: number, own: boolean): DeviceQueues {
  const { [device]: queue, ...others } = queues;
  if (!queue) return queues;
  const waiting = queue.waiting.filter((kept) => kept.n > n);
  if (waiting.length === 0 && own) return others;
  return { ...queues, [device]: { ...queue, settled: Math.max(queue.settled, n), waiting } };
}

/** Hands the queue of a page that is gone to the first page that claims it. Empty queues are removed. */
export function claim(queues: DeviceQueues, device: string, from: string, to: string): DeviceQueues {
  const { [device]: queue, ...others } = queues;
  if (queue?.holder !== from) return queues;
  return queue.waiting.length > 0 ? { ...queues, [device]: { ...queue, holder: to } } : others;
}

/** Gives the waiting commands to another device, with new numbers, in one transaction: they are never on both. */
export function renumber(
  queues: DeviceQueues,
  page: string,
  from: string,
  to: string,
  waiting: WaitingCommand[]
): DeviceQueues {
  const queue: DeviceQueue = { holder: page, settled: 0, waiting };
  if (!Object.hasOwn(queues, from)) return { ...queues, [to]: queue };
  return Object.fromEntries(Object.entries(queues).map((each) => (each[0] === from ? [to, queue] : each)));
}

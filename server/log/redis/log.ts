import {
  BrokenHistory,
  StreamEnded,
  type Appended,
  type Batch,
  type Entry,
  type Log,
  type WrittenText
} from '#gathering/ports.ts';
import { checkByPages, refuseEmpty, soundEntries, sumOf, type Kept } from '../integrity.ts';
import type { Redis } from './client.ts';
import { answer, keys } from './keys-and-answers.ts';

const PAGE = 500;

/** The version that ends a stream: no id after it can be written by whoever believed any other. */
export const ENDED = Number.MAX_SAFE_INTEGER;

/**
 * One batch is one entry of a Redis stream; its id is `<version of its first event>-0`.
 *
 * Why no gap and no overlap can arise although Redis compares ids only with the *first* version of the last entry:
 *
 * 1. Nothing is written at `expected` > 0 unless this connection has seen the log end exactly there (`seen`). So
 *    `expected` is the end of some batch b of this very stream, in this life of Redis, whatever the caller believed.
 *    Without this, a log of one batch with versions 1 to 5 would take 3-0 from a writer who believed 2, and 9-0 from
 *    one who believed 8.
 * 2. The entry that follows b, if there is one, has the id (expected + 1)-0: its writer had to pass 1 as well. Then our
 *    XADD with the same id is refused. If there is none, b is the last entry and ours follows it without a gap.
 * 3. Streams only grow while Redis lives. A Redis that came back with less (a damaged file, an old backup) has cut this
 *    connection, so `seen` is empty and 1 asks anew. A stream that was deleted meanwhile is not begun again, thanks to
 *    NOMKSTREAM.
 *
 * What remains is an operator who deletes a stream by hand and begins another under its name; readers refuse the gap
 * that may follow. MULTI would not help (EXEC applies the part that succeeds), and a script would need rights a careful
 * operator does not give.
 */
export function createRedisLog(redis: Redis): Required<Pick<Log, 'append' | 'read' | 'check' | 'latest'>> {
  let seen = new Map<string, number>();
  redis.on('ready', () => (seen = new Map()));

  async function append(stream: string, expected: number, batch: Batch, texts: WrittenText[]): Promise<Appended> {
    refuseEmpty(batch);
    // First the words, awaited: an event must never refer to words that were refused. If the batch is refused after
    // all, its words stay unreferenced until their owner is forgotten; removing them could hit a twin of the batch that
    // another node has written.
    if (texts.length > 0) await answer(redis.hSet(keys.texts(stream), fieldsOf(texts)));
    if (!(await endsAt(stream, expected)) || !(await add(stream, expected + 1, batch))) return { conflict: true };
    const version = expected + batch.events.length;
    seen.set(stream, version);
    return { version };
  }

  async function endsAt(stream: string, expected: number): Promise<boolean> {
    if (expected === 0 || seen.get(stream) === expected) return true;
    const version = await endOf(stream, '+');
    if (version > 0) seen.set(stream, version);
    return version === expected;
  }

  /** Where the last entry up to an id ends, 0 when there is none. */
  async function endOf(stream: string, id: string): Promise<number> {
    const found = (await answer(redis.xRevRange(keys.log(stream), id, '-', { COUNT: 1 })))?.map(keptOf)[0];
    if (found?.first === ENDED) throw new StreamEnded(stream);
    return found ? found.first + eventsIn(stream, found) - 1 : 0;
  }

  async function add(stream: string, first: number, batch: Batch): Promise<boolean> {
    const json = JSON.stringify(batch);
    const fields = { batch: json, sum: String(sumOf(stream, first, json)) };
    const [key, id] = [keys.log(stream), `${first}-0`];
    try {
      const added = await answer(first === 1 ? redis.xAdd(key, id, fields) : redis.xAddNoMkStream(key, id, fields));
      return added !== null;
    } catch (trouble) {
      if (trouble instanceof Error && trouble.message.includes('equal or smaller')) return false;
      throw trouble;
    }
  }

  async function read(stream: string, after: number): Promise<Entry[]> {
    const kept: Kept[] = [];
    for (let from = after; ; from = kept.at(-1)!.first) {
      const page = await pageOf(stream, from);
      kept.push(...page);
      if (page.length < PAGE) break;
    }
    // Nothing begins right after `after`: fine when that lies inside a batch or at the end, else something is missing.
    const reached = after === 0 || kept[0]?.first === after + 1 ? after : await endOf(stream, `${after}-0`);
    if (reached < after) throw new BrokenHistory(stream, reached + 1, 'lacks');
    return soundEntries(stream, reached, kept);
  }

  const check = (stream: string, upTo: number): Promise<void> =>
    checkByPages(stream, upTo, (after) => pageOf(stream, after));

  async function pageOf(stream: string, after: number): Promise<Kept[]> {
    const kept = (await answer(redis.xRange(keys.log(stream), `(${after}-0`, '+', { COUNT: PAGE })))?.map(keptOf) ?? [];
    if (kept.at(-1)?.first === ENDED) throw new StreamEnded(stream);
    return kept;
  }

  return { append, read, check, latest: (stream) => endOf(stream, '+') };
}

/** The shape of an entry as the client gives it. */
export function keptOf({ id, message }: { id: string; message: Record<string, string> }): Kept {
  return { first: Number.parseInt(id, 10), batch: message.batch ?? '', sum: Number(message.sum) };
}

function eventsIn(stream: string, kept: Kept): number {
  return soundEntries(stream, kept.first - 1, [kept])[0]!.batch.events.length;
}

function fieldsOf(texts: WrittenText[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ id, owner, words }) => [id, JSON.stringify([owner, words])]));
}

import { openSqlite } from '#server/log/sqlite/sqlite.ts';
import { batchOf } from './batches.ts';

/**
 * Started by the crash test and killed by it: 12 writers that go on from what they find and say, one line each, what
 * was acknowledged: `<stream> <version>`.
 */
const [data] = process.argv.slice(2);
if (!data) throw new Error('Give the data folder.');
const stores = await openSqlite({ data });

async function write(stream: string, round: number): Promise<void> {
  const entries = await stores.log.read(stream, 0);
  let version = entries.reduce((sum, { batch }) => sum + batch.events.length, 0);
  for (let turn = 0; ; turn += 1) {
    const events = 1 + ((turn + round) % 5);
    const text = { id: `${stream}-${version}`, owner: stream, words: `${stream} wrote at ${version}` };
    const answer = await stores.log.append(stream, version, batchOf(stream, events), [text]);
    if (!('version' in answer)) throw new Error(`${stream} met a second writer at ${version}.`);
    version = answer.version;
    process.stdout.write(`${stream} ${version}\n`);
  }
}

await Promise.all(Array.from({ length: 12 }, (_, i) => write(`gathering-${i}`, i)));

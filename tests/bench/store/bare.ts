import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#server/access/ids.ts';
import { Milliseconds } from '../figures.ts';
import { openData } from './open.ts';

/**
 * The store alone, as fast as one writer can: batches of one size, the next when the last is durable. `node
 * store/bare.ts <events in a batch> <seconds>`
 */
const [size = '100', seconds = '3'] = process.argv.slice(2);
const data = mkdtempSync(join(tmpdir(), 'plenary-store-'));
const stores = await openData(data);
const ack = new Milliseconds();
const began = performance.now();
let version = 0;
while (performance.now() - began < Number(seconds) * 1000) {
  const events = Array.from({ length: Number(size) }, () => ({
    activity: 'a1b2c3d4e5f6g7h8',
    type: 'Placed',
    v: 1,
    at: Date.now(),
    data: {
      statement: newId(),
      version: 1,
      round: 1,
      person: newId(),
      shown: true,
      mark: { x: 500 },
      via: 'phone',
      dot: 9
    }
  }));
  const at = performance.now();
  await stores.log.append('bare', version, { id: newId(), events, receipts: [] }, []);
  ack.add(performance.now() - at);
  version += events.length;
}
const perSecond = (version * 1000) / (performance.now() - began);
await stores.close();
rmSync(data, { recursive: true, force: true });
console.log(`RESULT ${JSON.stringify({ perSecond, ack: ack.spread() })}`);

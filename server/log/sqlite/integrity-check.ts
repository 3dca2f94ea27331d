import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { sumOf } from '../integrity.ts';
import { Connection, type Database } from './file.ts';

/**
 * `file`: SQLite itself cannot make sense of the file. `stream`: one log in it is not what was written; the others are
 * good.
 */
export type Found = { what: 'file' | 'stream'; line: string };
type Said = { found: Found } | { done: true };

const PATIENCE_MS = 3_000;

/**
 * Reads the whole file in a thread of its own: its structure, then each batch against its checksum and its neighbours.
 * Resolves with what was found when all was read, or with what there is after three seconds; `later` gets what the rest
 * of a large file holds, while people work already.
 */
export async function inspect(path: string, later: (found: Found) => void): Promise<Found[]> {
  const early: Found[] = [];
  let patient = true;
  const worker = new Worker(new URL(import.meta.url), { workerData: path, execArgv: [] });
  worker.unref();
  const done = new Promise<void>((resolve) => {
    worker.on('message', (said: Said) => {
      if ('done' in said) resolve();
      else if (patient) early.push(said.found);
      else later(said.found);
    });
    worker.once('error', () => resolve());
  });
  await Promise.race([done, pause(PATIENCE_MS, null, { ref: false })]);
  patient = false;
  return early;
}

if (!isMainThread && parentPort && typeof workerData === 'string') look(workerData, parentPort);

function look(path: string, port: NonNullable<typeof parentPort>): void {
  const tell = (found: Found) => port.postMessage({ found } satisfies Said);
  try {
    const db = new Connection(path, { readOnly: true });
    for (const found of faults(db)) tell(found);
    db.close();
  } catch (fault) {
    tell({ what: 'file', line: fault instanceof Error ? fault.message : String(fault) });
  }
  port.postMessage({ done: true } satisfies Said);
}

function* faults(db: Database): Generator<Found> {
  const [first] = db.prepare('PRAGMA quick_check(1)').all();
  const said = String(first?.quick_check ?? '');
  if (said !== 'ok') return yield { what: 'file', line: said.split('\n')[0] ?? '' };
  yield* damagedStreams(db);
}

function* damagedStreams(db: Database): Generator<Found> {
  const rows = db.prepare('SELECT stream, first, last, batch, sum FROM batches ORDER BY stream, first').iterate();
  let [at, next, told] = ['', 1, false];
  for (const row of rows) {
    const [stream, first] = [String(row.stream), Number(row.first)];
    if (stream !== at) [at, next, told] = [stream, 1, false];
    const fault = faultIn(next, first, sumOf(stream, first, String(row.batch)) === Number(row.sum));
    if (fault && !told) yield { what: 'stream', line: `The log of ${stream} ${fault}.` };
    told ||= fault !== null;
    next = Number(row.last) + 1;
  }
}

function faultIn(next: number, first: number, sound: boolean): string | null {
  if (first !== next) return `lacks version ${Math.min(first, next)}`;
  return sound ? null : `is damaged at version ${first}`;
}

import { statfs } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable, type Log } from '#gathering/ports.ts';
import type { Readiness } from '../page-api.ts';
import type { Records } from '../log/records.ts';

type Stores = {
  log: Log;
  records: Records;
  /** The folder whose disk must have room; null when this machine's disk holds no data. */
  folder: string | null;
};

/**
 * A supervisor asks every few seconds, and must be answered within one. Pages ask, too, once they have waited a moment.
 */
const PATIENCE_MS = 700;
const FRESH_MS = 1_000;
const KEPT_MS = 60_000;
/** A disk with less is full, even if one more row would fit: a meeting writes some megabytes an hour. */
const ROOM_BYTES = 1024 * 1024;

/** Tells whether the stores can be read and written. Many requests at once ask the stores once. */
export function createReadiness({ log, records, folder }: Stores): () => Promise<Readiness> {
  let last: { at: number; found: Promise<Readiness> } | null = null;

  async function look(): Promise<Readiness> {
    const tooLate = new AbortController();
    try {
      return await Promise.race([
        tried(),
        pause(PATIENCE_MS, 'storage-away' as const, { signal: tooLate.signal, ref: false })
      ]);
    } finally {
      tooLate.abort();
    }
  }

  async function tried(): Promise<Readiness> {
    try {
      if (folder !== null && (await roomAt(folder)) < ROOM_BYTES) return 'storage-full';
      await Promise.all([log.read('ready', 0), records.put('ready', '', true, { expiresAt: Date.now() + KEPT_MS })]);
      return 'ready';
    } catch (trouble) {
      return trouble instanceof Unavailable ? trouble.reason : 'storage-away';
    }
  }

  return () => {
    if (last === null || Date.now() - last.at > FRESH_MS) last = { at: Date.now(), found: look() };
    return last.found;
  };
}

async function roomAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

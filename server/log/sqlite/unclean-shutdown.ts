import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Database } from './file.ts';

/**
 * Makes the data folder and whatever is missing above it. Node's own recursive way never returns below /proc, where a
 * folder can neither be made nor said to be missing. Throws one line for the operator.
 */
export function createFolder(path: string): void {
  try {
    makeMissing(resolve(path));
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new Error(
      `${path} cannot be used as the data folder (${code}). Set PLENARY_DATA to a folder that Plenary may write to.`,
      { cause }
    );
  }
}

function makeMissing(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  makeMissing(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

// Stands in the header of the file itself, so that every copy of it tells whether it was made while a Plenary was
// running.
const RUNNING = 0x706c656e;
const CLOSED = 0;

/** What the files tell before they are opened: one line for each fact that the operator should know before going on. */
export function noticesAt(file: string): string[] {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  return size === 0
    ? [`${file} is empty: a new Plenary begins here. If it held gatherings, stop now and put your copy of it back.`]
    : [];
}

/** The same, from inside the file. To be called before {@link begin}. */
export function noticesIn(db: Database, file: string, hadLog: boolean): string[] {
  const wasRunning = Number(db.prepare('PRAGMA application_id').get()?.application_id) === RUNNING;
  return wasRunning && !hadLog
    ? [
        `${file} was not closed, and ${file}-wal, which holds what came last, is not beside it: the newest changes are missing. ` +
          'If you have that file, stop now and put it back.'
      ]
    : [];
}

/** True when the write-ahead log stands beside the file; asked before the file is opened, because opening makes one. */
export const hasLog = (file: string): boolean => existsSync(`${file}-wal`);

/** From now on every copy of the file is one of a running Plenary. */
export function begin(db: Database): void {
  db.exec(`PRAGMA application_id = ${RUNNING}`);
  // Into the file itself: a copy that lacks the write-ahead log must have it.
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
}

/** A full disk may refuse it. Then the next start asks once too often after a file that is not missing. */
export function end(db: Database): void {
  try {
    db.exec(`PRAGMA application_id = ${CLOSED}`);
  } catch {
    // Nothing is lost by it.
  }
}

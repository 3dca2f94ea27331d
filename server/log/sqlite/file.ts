import * as sqlite from 'node:sqlite';

export type Database = sqlite.DatabaseSync;

/** Node 26.11 gave the class a new name. This is the only file that knows either. */
export const Connection = (sqlite as { Database?: typeof sqlite.DatabaseSync }).Database ?? sqlite.DatabaseSync;

const PATIENCE_MS = 5_000;
const LOCK_PATIENCE_MS = 1_000;
const SHAPE = 2;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/**
 * Opens the one file that holds logs, words, snapshots and records. `pages` caps its size (4 KiB each), for tests of a
 * full store.
 */
export function openFile(path: string, pages?: number): Database {
  try {
    return openSound(path, pages);
  } catch (fault) {
    if (!isDamage(fault)) throw fault;
    throw new Error(damaged(path, (fault as Error).message), { cause: fault });
  }
}

/** The sentence for a file that SQLite cannot make sense of. */
export const damaged = (path: string, how: string): string => `${path} is damaged: ${how}. Restore it from a backup.`;

const isDamage = (fault: unknown): boolean => {
  const code = fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) & 0xff : 0;
  return code === CORRUPT || code === NOT_A_DATABASE;
};

function openSound(path: string, pages?: number): Database {
  const db = new Connection(path, { timeout: PATIENCE_MS });
  // secure_delete overwrites what is deleted; what page splits leave behind needs the VACUUM of `scrub` besides.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  if (pages !== undefined) db.exec(`PRAGMA max_page_count = ${pages}`);
  const shape = db.prepare('PRAGMA user_version').get()?.user_version;
  if (Number(shape) > SHAPE)
    throw new Error(`${path} was written by a newer Plenary. Start that one, or restore an older copy.`);
  if (Number(shape) > 0 && Number(shape) < SHAPE)
    throw new Error(`${path} was written by an early Plenary, without checksums. This one cannot read it.`);
  db.exec(`
    CREATE TABLE IF NOT EXISTS batches (
      stream TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= first), batch TEXT NOT NULL,
      sum INTEGER NOT NULL, PRIMARY KEY (stream, first)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS texts (
      stream TEXT NOT NULL, id TEXT NOT NULL, owner TEXT, words TEXT NOT NULL, PRIMARY KEY (stream, id)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS texts_by_owner ON texts (stream, owner);
    CREATE TABLE IF NOT EXISTS ended (stream TEXT PRIMARY KEY, scrubbed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS snapshots (stream TEXT PRIMARY KEY, snapshot TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS records (
      kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, held_by TEXT, expires_at INTEGER, PRIMARY KEY (kind, key)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS records_by_group ON records (kind, held_by);
    CREATE INDEX IF NOT EXISTS records_by_end ON records (expires_at);
    PRAGMA user_version = ${SHAPE};
  `);
  return db;
}

/**
 * Keeps a second process out of the folder for as long as the returned connection is open. It is a lock of the
 * operating system, so a crash gives it back; a file with a process id in it would have to be believed or removed by
 * hand.
 */
export function lockFolder(data: string): Database {
  const lock = new Connection(`${data}/plenary.lock`, { timeout: LOCK_PATIENCE_MS });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    throw new Error(`${data} is in use by another Plenary. Stop that one, or give this one its own PLENARY_DATA.`, {
      cause
    });
  }
  return lock;
}

/**
 * Leaves no byte of what was deleted. secure_delete alone does not: when pages split, copies of moved rows stay in
 * their free space (seen in one of five random histories), so the file is written anew. It pauses commits for about as
 * long as copying the file takes and needs as much free space; at several gigabytes that will hurt.
 */
export function scrub(db: Database): void {
  db.exec('VACUUM');
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (checkpoint?.busy !== 0)
    throw new Error('The write-ahead log could not be cleared: another program reads the file.');
}

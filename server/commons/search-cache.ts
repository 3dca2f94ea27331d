import { rmSync } from 'node:fs';
import type { Entry } from '#gathering/ports.ts';
import { Connection, type Database } from '#server/log/sqlite/file.ts';
import type { EditionRow } from './edition-row.ts';

/** Raised when the tables or what is written into them change: an older cache is thrown away, never converted. */
const SHAPE = 6;

/**
 * Opens the search cache of this node. Nothing lives only here, so a file that is damaged or of another shape is
 * deleted and the next replay fills a new one.
 */
export function openCache(path: string): Database {
  try {
    return opened(path);
  } catch {
    dropCache(path);
    return opened(path);
  }
}

export function dropCache(path: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true });
}

/** The rows of one batch of the catalogue, what it took out, and the position after it: all or nothing. */
export function keep(
  db: Database,
  rows: EditionRow[],
  { first, batch }: Entry,
  out: Pick<EditionRow, 'slug' | 'notes'>[] = []
): void {
  const known = db.prepare('SELECT 1 FROM editions WHERE slug = ?');
  const again = out.length > 0 || rows.some(({ slug }) => known.get(slug) !== undefined);
  db.exec('BEGIN IMMEDIATE');
  try {
    const put = db.prepare(`
      INSERT INTO editions (slug, date, people, title, place, body) VALUES (:slug, :date, :people, :title, :place, :body)
      ON CONFLICT (slug) DO UPDATE SET date = excluded.date, people = excluded.people, title = excluded.title,
        place = excluded.place, body = excluded.body`);
    const clear = db.prepare('DELETE FROM notes WHERE slug = ?');
    const hold = db.prepare('INSERT OR IGNORE INTO notes (note, slug, part, gone, by, why) VALUES (?, ?, ?, ?, ?, ?)');
    const holdAll = (slug: string, notes: EditionRow['notes']) => {
      clear.run(slug);
      for (const { note, part, gone, by, why } of notes) hold.run(note, slug, part, gone, by, why);
    };
    for (const { notes, ...row } of rows) {
      put.run(row);
      holdAll(row.slug, notes);
    }
    const remove = db.prepare('DELETE FROM editions WHERE slug = ?');
    for (const { slug, notes } of out) {
      remove.run(slug);
      holdAll(slug, notes);
    }
    db.prepare('INSERT OR REPLACE INTO position (one, first, batch) VALUES (1, ?, ?)').run(first, batch.id);
    db.exec('COMMIT');
  } catch (cause) {
    db.exec('ROLLBACK');
    throw cause;
  }
  if (again) emptyWriteAheadLog(db);
}

/** What an edition no longer says stands in the write-ahead log until its pages are written over. */
const emptyWriteAheadLog = (db: Database): void => db.exec('PRAGMA wal_checkpoint(TRUNCATE)');

function opened(path: string): Database {
  const db = new Connection(path, { timeout: 5_000 });
  try {
    prepare(db);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function prepare(db: Database): void {
  // NORMAL: after a power cut the last rows may be missing, and are folded again because their position is missing with
  // them.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  // A process that was killed may have left one behind.
  emptyWriteAheadLog(db);
  const shape = Number(db.prepare('PRAGMA user_version').get()?.user_version);
  if (shape === SHAPE) return;
  if (shape !== 0) throw new Error('This cache has another shape.');
  // Both secure-deletes, because a corrected edition must leave no byte of the earlier one in the index either.
  db.exec(`
    BEGIN;
    CREATE TABLE editions (
      id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, date INTEGER NOT NULL, people INTEGER NOT NULL,
      title TEXT NOT NULL, place TEXT, body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX editions_by_date ON editions (date DESC, slug);
    CREATE VIRTUAL TABLE words USING fts5(
      title, place, body, content = 'editions', content_rowid = 'id', prefix = '2 3',
      tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
    INSERT INTO words (words, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)');
    CREATE TRIGGER edition_added AFTER INSERT ON editions BEGIN
      INSERT INTO words (rowid, title, place, body) VALUES (new.id, new.title, new.place, new.body);
    END;
    CREATE TRIGGER edition_changed AFTER UPDATE ON editions BEGIN
      INSERT INTO words (words, rowid, title, place, body) VALUES ('delete', old.id, old.title, old.place, old.body);
      INSERT INTO words (rowid, title, place, body) VALUES (new.id, new.title, new.place, new.body);
    END;
    CREATE TRIGGER edition_removed AFTER DELETE ON editions BEGIN
      INSERT INTO words (words, rowid, title, place, body) VALUES ('delete', old.id, old.title, old.place, old.body);
    END;
    CREATE TABLE notes (
      note TEXT PRIMARY KEY, slug TEXT NOT NULL, part TEXT, gone TEXT, by TEXT, why TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notes_by_edition ON notes (slug);
    CREATE TABLE position (one INTEGER PRIMARY KEY CHECK (one = 1), first INTEGER NOT NULL, batch TEXT NOT NULL) STRICT;
    PRAGMA user_version = ${SHAPE};
    COMMIT;
  `);
}

import type { Commons, Found } from '#server/edition-api.ts';
import type { Database } from '#server/log/sqlite/file.ts';
import type { NoteRow } from './edition-row.ts';
import { ftsExpression } from './fts-expression.ts';

const PAGE_SIZE = 20;
const PAGES_AT_MOST = 100_000;
const EXCERPT_WORDS = 28;

/** Looks things up in the cache: matches in a title weigh most, then the place, then all that was said. */
export function createEditionSearch(db: Database): {
  search: Commons['search'];
  knows(slug: string): boolean;
  holding: Commons['holding'];
} {
  const all = db.prepare(
    'SELECT slug, title, place, date, people, body AS excerpt FROM editions ORDER BY date DESC, slug LIMIT ? OFFSET ?'
  );
  const countAll = db.prepare('SELECT count(*) AS total FROM editions');
  // Only the rows of one page are told in full: an excerpt of every match would hold up the whole server for seconds.
  const matching = db.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank, rowid DESC LIMIT ? OFFSET ?');
  // A number is bound as 4.0, which FTS5 passes over beside MATCH: every row would then show the words of the first
  // match.
  const told = db.prepare(`
    SELECT slug, editions.title, editions.place, date, people,
      snippet(words, 2, char(0xE000), char(0xE001), '…', ${EXCERPT_WORDS}) AS excerpt
    FROM words JOIN editions ON editions.id = words.rowid WHERE words MATCH ? AND words.rowid = ?`);
  const countMatching = db.prepare('SELECT count(*) AS total FROM words WHERE words MATCH ?');

  const one = db.prepare('SELECT 1 FROM editions WHERE slug = ?');
  const holder = db.prepare('SELECT slug, part, gone, by, why FROM notes WHERE note = ?');

  const search: Commons['search'] = (query, page) => {
    // A page number comes from an address, where anything may stand.
    const offset = (Math.min(Math.max(1, Math.trunc(page) || 1), PAGES_AT_MOST) - 1) * PAGE_SIZE;
    if (query.trim() === '') {
      const rows = all.all(PAGE_SIZE, offset) as Found[];
      return {
        found: rows.map((row) => ({ ...row, excerpt: opening(row.excerpt) })),
        total: Number(countAll.get()?.total)
      };
    }
    const words = ftsExpression(query);
    if (words === null) return { found: [], total: 0 };
    const ids = matching.all(words, PAGE_SIZE, offset) as { rowid: number }[];
    const found = ids.map(({ rowid }) => ({ ...(told.get(words, BigInt(rowid)) as Found) }));
    return { found, total: Number(countMatching.get(words)?.total) };
  };

  return {
    search,
    knows: (slug) => one.get(slug) !== undefined,
    holding(note) {
      const row = holder.get(note) as (Omit<NoteRow, 'note'> & { slug: string }) | undefined;
      if (!row) return null;
      return {
        slug: row.slug,
        ...(row.part !== null && { part: row.part }),
        gone:
          row.gone === null ? null : { at: row.gone, by: row.by ?? 'team', ...(row.why !== null && { why: row.why }) }
      };
    }
  };
}

function opening(body: string): string {
  const words = body.split(/\s+/u);
  return words.length > EXCERPT_WORDS ? `${words.slice(0, EXCERPT_WORDS).join(' ')}…` : words.join(' ');
}

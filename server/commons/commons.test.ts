import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log, Vault } from '#gathering/ports.ts';
import type { Edition } from '#harvest/document.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { Connection } from '#server/log/sqlite/file.ts';
import { edition, unpanel, working } from '../../tests/support/editions.ts';
import { filesHolding, temporaryFolder } from '../../tests/support/folders.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { openCommons } from './commons.ts';
import { eventually } from '../../tests/support/until.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let log: Log;
let vault: Vault;
let commons: ReturnType<typeof openCommons>;

beforeEach(async () => {
  folder = await temporaryFolder();
  ({ log, vault } = openMemory());
  commons = openCommons({ log, vault, merged: mergedText, data: folder.path });
});

afterEach(async () => {
  commons.close();
  await folder.remove();
});

const slugs = (query: string) => commons.search(query, 1).found.map(({ slug }) => slug);

describe('searching the commons', () => {
  it('finds words by their beginning, whatever their case and marks', async () => {
    await published(
      edition({ slug: 'cafe', title: 'Ein Abend im Café Größenwahn' }),
      edition({ slug: 'other', title: 'Elsewhere' })
    );
    expect(slugs('cafe')).toEqual(['cafe']);
    expect(slugs('CAFÉ grö')).toEqual(['cafe']);
    expect(slugs('abe')).toEqual(['cafe']);
    expect(slugs('abe cafe')).toEqual([]);
  });

  it('takes one letter for a word, and one sign of a script without letters for a beginning', async () => {
    await published(edition({ slug: 'plan', title: 'Plan B' }), edition({ slug: 'day', title: '協同の日' }));
    expect(slugs('b')).toEqual(['plan']);
    expect(slugs('p')).toEqual([]);
    expect(slugs('協')).toEqual(['day']);
  });

  it('looks into statements, poles, summary and place, and nowhere else', async () => {
    await published(edition());
    for (const words of ['how do you work', 'hierarchy', 'co-working', 'forty-four', 'chicago']) {
      expect(slugs(words)).toEqual(['a-day-of-cooperation']);
    }
    for (const words of ['spread', 'CC-BY', '620', 'plenary']) expect(slugs(words)).toEqual([]);
  });

  it('finds what people said for themselves', async () => {
    const reasons = [{ id: 'r1', round: 1, from: 'first' as const, why: 'Harvest suppers bring us together' }];
    await published(edition({ slug: 'said', blocks: [{ ...working, reasons }] }), edition({ slug: 'other' }));
    expect(slugs('suppers')).toEqual(['said']);
  });

  it('finds the notes of an outline, and who they stand under', async () => {
    await published(edition({ slug: 'noted', blocks: [unpanel] }), edition({ slug: 'other' }));
    for (const words of ['repair', 'carpenters', 'ana', 'heating']) expect(slugs(words)).toEqual(['noted']);
  });

  it('shows of each of several finds its own words, under its own name', async () => {
    const places = ['the mill', 'the harbour', 'the orchard'];
    await published(
      ...places.map((place, nth) =>
        edition({ slug: `bees-${nth}`, title: `Evening ${nth}`, summary: `Bees came to ${place}.`, blocks: [] })
      )
    );
    const { found, total } = commons.search('bees', 1);
    expect(total).toBe(3);
    expect(found.map(({ slug, title, excerpt }) => [slug, title, excerpt]).toSorted()).toEqual(
      places.map((place, nth) => [`bees-${nth}`, `Evening ${nth}`, `\uE000Bees\uE001 came to ${place}.`])
    );
  });

  it('puts a match in the title before one in the text', async () => {
    await published(
      edition({ slug: 'text', title: 'An evening', summary: 'Bees, bees and more bees.' }),
      edition({ slug: 'title', title: 'Bees' })
    );
    expect(slugs('bees')).toEqual(['title', 'text']);
  });

  it('marks what matched, and nothing that was typed can pass for a mark', async () => {
    await published(edition({ summary: 'We \uE000share\uE001 tools <b>here</b>.' }));
    expect(commons.search('tool', 1).found[0]?.excerpt).toContain('We share \uE000tools\uE001 <b>here</b>.');
  });

  it.each([
    '" OR *',
    'a OR b',
    'NEAR(a b)',
    'title:x',
    '-',
    '"',
    '*',
    '^a',
    "'; DROP TABLE editions; --",
    '{a b}: c',
    '\u0000',
    '\u0308',
    '\uD800'
  ])('takes %j as words or as nothing', async (query) => {
    await published(edition({ title: 'Nothing here matches', summary: null, blocks: [] }));
    expect(commons.search(query, 1)).toEqual({ found: [], total: 0 });
  });

  it('cuts a query that is longer than any search', async () => {
    await published(edition({ title: 'Nothing here matches', summary: null, blocks: [] }));
    for (const query of ['a'.repeat(10_000), 'a '.repeat(5_000), '🧵'.repeat(500)]) {
      expect(commons.search(query, 1)).toEqual({ found: [], total: 0 });
    }
  });

  it('finds the words OR and NOT as words', async () => {
    await published(edition({ slug: 'not', title: 'To be or not to be' }));
    expect(slugs('or not')).toEqual(['not']);
  });

  it('lists all, newest first, twenty to a page', async () => {
    const many = Array.from({ length: 500 }, (_, i) => dated(i));
    await published(...many);
    const first = commons.search('', 1);
    const last = commons.search(' ', 25);
    expect(first.total).toBe(500);
    expect(first.found.map(({ slug }) => slug)).toEqual(
      many
        .slice(480)
        .reverse()
        .map(({ slug }) => slug)
    );
    expect(last.found.at(-1)?.slug).toBe('day-0');
    expect(commons.search('number', 25).found).toHaveLength(20);
    expect(commons.search('number', 26)).toEqual({ found: [], total: 500 });
    expect(slugs('seven-hundred')).toEqual([]);
    expect(slugs('number 499')).toEqual(['day-499']);
    for (const page of [Number.NaN, -3, 0, 1.5]) expect(commons.search('', page).found).toEqual(first.found);
    for (const page of [1e300, Number.POSITIVE_INFINITY]) expect(commons.search('', page).found).toEqual([]);
  });

  it('shows the latest version of an edition and forgets the words of the one before', async () => {
    await published(edition({ summary: 'A sentence about Rumpelstiltskin.' }));
    await published(edition({ version: 2, summary: 'A sentence taken back.' }));
    expect(commons.search('rumpel', 1).total).toBe(0);
    expect(commons.search('taken back', 1).total).toBe(1);
    expect((await commons.edition('a-day-of-cooperation'))?.version).toBe(2);
    commons.close();
    expect(await filesHolding(folder.path, 'Rumpelstiltskin')).toEqual([]);
    expect(await filesHolding(folder.path, 'rumpelstiltskin')).toEqual([]);
  });
});

describe('an edition', () => {
  it('is not found under an address that no edition could have', async () => {
    await published(edition());
    for (const slug of ['', '../catalogue', 'A-Day', 'a'.repeat(1_000), 'constructor']) {
      expect(await commons.edition(slug)).toBeNull();
    }
  });

  it('is read by nobody before it is published, and by everybody from that moment', async () => {
    await said('edition:a-day-of-cooperation', 'Written', edition());
    expect(await commons.edition('a-day-of-cooperation')).toBeNull();
    await said('catalogue', 'Published', { gathering: 'g', edition: 'a-day-of-cooperation' });
    expect(await commons.edition('a-day-of-cooperation')).toEqual(edition());
  });

  it('is not guessed at when a newer Plenary wrote it', async () => {
    await published({ ...edition(), schemaVersion: 3 } as unknown as Edition);
    expect(await commons.edition('a-day-of-cooperation')).toBeNull();
  });
});

describe('the search cache', () => {
  const editions = Array.from({ length: 40 }, (_, i) => dated(i));

  it('holds the same rows after it was deleted and folded again', async () => {
    await published(...editions.slice(0, 20));
    await published(...editions.slice(20), edition({ slug: 'day-3', version: 2, title: 'Day three, corrected' }));
    commons.close();
    const before = rows();
    expect(before.editions).toHaveLength(40);
    for (const part of ['', '-wal', '-shm']) rmSync(`${folder.path}/commons.db${part}`, { force: true });
    commons = openCommons({ log, vault, merged: mergedText, data: folder.path });
    await eventually(() => expect(slugs('corrected')).toEqual(['day-3']));
    commons.close();
    expect(rows()).toEqual(before);
  });

  it('goes on where it stopped', async () => {
    await published(...editions.slice(0, 5));
    commons.close();
    const read: number[] = [];
    const watched: Log = {
      ...log,
      follow: (stream, after, each) => (read.push(after), log.follow(stream, after, each))
    };
    commons = openCommons({ log: watched, vault, merged: mergedText, data: folder.path });
    await published(...editions.slice(5, 8));
    expect(read).toEqual([5]);
    expect(commons.search('', 1).total).toBe(8);
  });

  it.each(['another log', 'a shorter log'])('is folded afresh over %s', async (which) => {
    await published(...editions.slice(0, 5));
    commons.close();
    ({ log, vault } = openMemory());
    const others = editions.slice(10, which === 'another log' ? 17 : 12);
    for (const one of others) await written(one);
    commons = openCommons({ log, vault, merged: mergedText, data: folder.path });
    await eventually(() => expect(commons.search('', 1).total).toBe(others.length));
    expect(slugs('day 0')).toEqual([]);
    expect(slugs('day 10')).toEqual(['day-10']);
  });

  it('is folded afresh over a file that is no database', async () => {
    await published(...editions.slice(0, 5));
    commons.close();
    writeFileSync(`${folder.path}/commons.db`, 'not a database, but long enough to be looked at as one'.repeat(100));
    commons = openCommons({ log, vault, merged: mergedText, data: folder.path });
    await eventually(() => expect(commons.search('', 1).total).toBe(5));
  });

  it('waits for a store that is away instead of leaving a hole', async () => {
    commons.close();
    let away = true;
    const shaky: Log = {
      ...log,
      read: (stream, after) =>
        away && stream.startsWith('edition:') ? Promise.reject(new Error('away')) : log.read(stream, after)
    };
    commons = openCommons({ log: shaky, vault, merged: mergedText, data: folder.path });
    await written(edition());
    away = false;
    await eventually(() => expect(commons.search('', 1).total).toBe(1));
  });
});

function dated(i: number): Edition {
  const date = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
  return edition({
    slug: `day-${i}`,
    title: `Day number ${i}`,
    gathering: {
      ...edition().gathering,
      held: { from: `${date}T10:00+00:00`, to: `${date}T12:00+00:00`, timeZone: 'UTC' }
    },
    blocks: [{ ...working, statement: `What about day ${i}?` }]
  });
}

/** Writes editions as a gathering does when it is published, and waits until the commons has folded the last. */
async function published(...editions: Edition[]): Promise<void> {
  for (const one of editions) await written(one);
  await eventually(async () => expect(position()).toBe((await log.read('catalogue', 0)).length));
}

async function written(one: Edition): Promise<void> {
  await said(`edition:${one.slug}`, 'Written', one);
  await said('catalogue', 'Published', { gathering: 'g', edition: one.slug, version: one.version });
}

let batches = 0;

async function said(stream: string, type: string, data: object): Promise<void> {
  const version = (await log.read(stream, 0)).length;
  const event = { activity: 'catalogue', type, v: 1, at: 1_000, data };
  await log.append(stream, version, { id: `batch-${(batches += 1)}`, events: [event], receipts: [] }, []);
}

function cache<T>(look: (db: InstanceType<typeof Connection>) => T): T {
  const db = new Connection(`${folder.path}/commons.db`, { readOnly: true, timeout: 1_000 });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

const position = () => cache((db) => db.prepare('SELECT first FROM position').get()?.first);

const rows = () =>
  cache((db) => ({
    editions: db.prepare('SELECT * FROM editions ORDER BY id').all(),
    matches: db
      .prepare("SELECT rowid FROM words WHERE words MATCH 'day OR number OR corrected' ORDER BY rank, rowid")
      .all()
  }));

import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesHolding } from '../../tests/support/folders.ts';
import { publishedGathering, WRITERS } from '../../tests/support/published-gathering.ts';
import { granted } from '../../tests/support/test-server.ts';
import { eventually } from '../../tests/support/until.ts';
import { materializeEdition } from './publish.ts';
import { staysOut } from './stays-out.ts';

let at: Awaited<ReturnType<typeof publishedGathering>>;

beforeEach(async () => {
  at = await publishedGathering();
});
afterEach(() => at.close());

const text = async (version?: number) => JSON.stringify(await at.edition(version));

test('CO4 the next edition says what was mended, disputed and stood by, and tells no figure of fewer than five', async () => {
  await at.says('bo', 'mendNote', { note: at.addressOf('bo'), text: 'A tool library' });
  await at.says('chidi', 'disputeNote', { note: at.addressOf('dana'), why: 'We said time' });
  for (const name of WRITERS.slice(0, 5)) await at.says(name, 'endorseNote', { note: at.addressOf('eli'), on: true });
  for (const name of WRITERS.slice(0, 4)) await at.says(name, 'endorseNote', { note: at.addressOf('fay'), on: true });
  expect(await text()).not.toMatch(/tool library|We said time|endorsed/);
  granted(await at.published(1));
  const edition = await at.commons.edition(at.slug);
  expect(edition?.version).toBe(2);
  const notes = edition?.blocks
    .flatMap((block) => (block.kind === 'outline' ? block.branches : []))
    .flatMap(({ notes }) => notes);
  const of = (name: string) => notes?.find(({ id }) => id === at.addressOf(name));
  expect(of('bo')).toMatchObject({ text: 'A tool library', mended: true });
  expect(of('dana')).toMatchObject({ text: 'Need of dana', disputes: ['We said time'] });
  expect(of('eli')).toMatchObject({ endorsed: 5 });
  expect(of('fay')).not.toHaveProperty('endorsed');
  expect(await text(1)).toContain('Need of bo');
  expect(await text()).not.toContain('"chidi"');
});

test('CO4 counts the people who put right what they wrote, a helper typing for one, and the mends of the team apart', async () => {
  const standing = async (version: number) =>
    (await at.commons.edition(at.slug, version))?.blocks.flatMap((block) =>
      block.id === 'standing' && block.kind === 'outline' ? block.figures.map(({ code, value }) => [code, value]) : []
    );
  expect(await standing(1)).toEqual([['answered', { count: 0, of: 7 }]]);
  for (const name of WRITERS) await at.says(name, 'mendNote', { note: at.addressOf(name), text: `Wish of ${name}` });
  granted(await at.helps('mendNote', { note: at.addressOf('walter'), text: 'Wish of walter' }));
  granted(await at.published(1));
  expect(await standing(2)).toEqual([['corrected', { count: 7, of: 7 }]]);
  granted(await at.leads('mendNote', { note: at.addressOf('bo'), text: 'A wish of bo' }));
  granted(await at.published(2));
  expect(await standing(3)).toEqual([
    ['corrected', 'most'],
    ['mended', 1]
  ]);
});

test('CO5 CO6 what its writer took back is gone from every edition, the search, the files, and its address says so', async () => {
  granted(await at.published(1));
  await eventually(async () => expect(at.commons.search('chidi', 1).total).toBe(1));
  expect(at.commons.holding(at.addressOf('chidi'))).toEqual({ slug: at.slug, gone: null });
  expect(await filesHolding(at.folder.path, 'Need of chidi')).not.toEqual([]);

  await at.says('chidi', 'leaveOutNote', { note: at.addressOf('chidi') });
  await materializeEdition(at.at, 'tea', at.host);
  expect((await at.commons.versions(at.slug)).map(({ version }) => version)).toEqual([1, 2, 3]);
  for (const version of [1, 2, 3]) {
    expect(await text(version), `${version}`).not.toContain('Need of chidi');
    expect(await text(version), `${version}`).toContain('Need of dana');
  }
  await eventually(async () => expect(at.commons.search('chidi', 1).total).toBe(0));
  expect(at.commons.holding(at.addressOf('chidi'))).toMatchObject({ slug: at.slug, gone: { by: 'author' } });
  expect(at.commons.holding(at.addressOf('dana'))).toEqual({ slug: at.slug, gone: null });
  expect(JSON.stringify(at.host.view('console'))).not.toContain('Need of chidi');
  await at.host.close();
  await eventually(async () => expect(await filesHolding(at.folder.path, 'Need of chidi')).toEqual([]));
});

test('CO5 cut short before the words were gone, whoever looks next finishes it', async () => {
  const { forget } = at.stores.vault;
  at.stores.vault.forget = () => Promise.reject(new Error('the power went out'));
  await at.says('chidi', 'leaveOutNote', { note: at.addressOf('chidi') });
  await materializeEdition(at.at, 'tea', at.host).catch(() => {});
  expect(await text(1)).toContain('Need of chidi');
  at.stores.vault.forget = forget;
  await materializeEdition(at.at, 'tea', at.host);
  expect(await text(1)).not.toContain('Need of chidi');
});

test('HD6 an edition in which nothing was sorted says where all notes are, and counts those that were hidden', async () => {
  const coverage = async ({ commons, slug }: typeof at, version: number) =>
    (await commons.edition(slug, version))?.blocks.find(({ id }) => id === 'coverage');
  expect(await coverage(at, 1)).toMatchObject({ figures: [{ words: '7 notes, all where they were written.' }] });
  const other = await publishedGathering({ hidden: ['chidi', 'walter'] });
  try {
    const value = { notes: 7, 'in-themes': 0, elsewhere: 5, 'taken-back': 0, unshown: 2 };
    expect(await coverage(other, 1)).toMatchObject({ kind: 'outline', figures: [{ value }] });
    expect(JSON.stringify(await other.edition())).not.toMatch(/Need of (chidi|walter)/);
    await other.says('bo', 'leaveOutNote', { note: other.addressOf('bo') });
    const stays = { author: 1, team: 0, hidden: 2, waiting: 0, simulated: 0 };
    expect(await staysOut('tea', other.host, other.at)).toEqual(stays);
  } finally {
    await other.close();
  }
});

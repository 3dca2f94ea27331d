import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAs } from '#gathering/split-notes.ts';
import { changesBetween } from '#harvest/changes.ts';
import { csv } from '#harvest/csv.ts';
import { dataTables } from '#harvest/data/data-tables.ts';
import type { SeenNote, SeenTable } from '#harvest/document.ts';
import { everyBranch } from '#contract/outline-notes.ts';
import { harvest } from '#words/index.ts';
import { filesHolding } from '../../tests/support/folders.ts';
import { publishedGathering, WRITERS } from '../../tests/support/published-gathering.ts';
import { granted } from '../../tests/support/test-server.ts';
import { eventually } from '../../tests/support/until.ts';
import { forgetErased } from './forget-erased.ts';
import { materializeEdition } from './publish.ts';

let at: Awaited<ReturnType<typeof publishedGathering>>;
let whole: string;
let parts: [string, string];

/** “Need of bo” is split and published as edition 2. */
beforeEach(async () => {
  at = await publishedGathering();
  whole = at.addressOf('bo');
  await at.leads('splitNote', { note: whole, parts: ['A shed of bo', 'Time of bo'] });
  parts = readAs(at.host.ledger().gathering, whole) as typeof parts;
  granted(await at.published(1));
});
afterEach(() => at.close());

const text = async (version?: number) => JSON.stringify(await at.edition(version));
const notes = async (): Promise<SeenNote[]> =>
  ((await at.edition())?.blocks ?? [])
    .flatMap((block) => (block.kind === 'outline' ? everyBranch(block.branches) : []))
    .flatMap(({ notes }) => notes);
const takenBack = async () => {
  const coverage = (await at.edition())?.blocks.find((block): block is SeenTable => block.id === 'coverage');
  return coverage?.rows[0]?.slice(1) ?? null;
};

test('HD9 the parts are printed where the note stood, and the note itself no more', async () => {
  const read = await notes();
  expect(read.slice(0, 2)).toMatchObject([
    { id: parts[0], text: 'A shed of bo', partOf: [whole] },
    { id: parts[1], text: 'Time of bo', partOf: [whole] }
  ]);
  expect(read).toHaveLength(WRITERS.length + 2);
  expect(JSON.stringify(read)).not.toContain('Need of bo');
  expect(await text(1)).toContain('Need of bo');
});

test('HD9 its address leads to its first part, and then to what is left of it', async () => {
  await eventually(async () =>
    expect(at.commons.holding(whole)).toEqual({ slug: at.slug, part: parts[0], gone: null })
  );
  expect(at.commons.holding(parts[1])).toEqual({ slug: at.slug, gone: null });
  await at.says('bo', 'leaveOutNote', { note: parts[0] });
  await materializeEdition(at.at, 'tea', at.host);
  await eventually(async () =>
    expect(at.commons.holding(whole)).toEqual({ slug: at.slug, part: parts[1], gone: null })
  );
  expect(at.commons.holding(parts[0])).toMatchObject({ gone: { by: 'author' } });
  await at.leads('leaveOutNote', { note: parts[1] });
  await materializeEdition(at.at, 'tea', at.host);
  await eventually(async () => expect(at.commons.holding(whole)).toMatchObject({ gone: { by: 'author' } }));
});

test('HD9 a later edition tells of each part what it was made of', async () => {
  const [first, second] = [(await at.edition(1))!, (await at.edition(2))!];
  expect(changesBetween(first, second)).toEqual([
    { note: parts[0], before: 'Need of bo', after: 'A shed of bo' },
    { note: parts[1], before: 'Need of bo', after: 'Time of bo' }
  ]);
});

test('HD9 each table for those who count says of which note a part is', async () => {
  const edition = (await at.edition())!;
  const [notesTable] = dataTables(edition, harvest, '');
  expect(notesTable?.rows.filter(({ part_of }) => part_of !== undefined)).toMatchObject(
    parts.map((note_id) => ({ note_id, part_of: whole }))
  );
  const [head = '', ...rows] = csv(edition, harvest).split('\r\n');
  expect(head).toContain('"part_of"');
  expect(rows.filter((row) => row.includes(`"${whole}"`))).toHaveLength(2);
  expect(csv((await at.edition(1))!, harvest)).not.toContain('part_of');
});

test('HD9 HD6 parts are counted as notes', async () => {
  await at.leads('putNotes', { notes: [parts[1]], theme: 'themetime' });
  await at.says('bo', 'leaveOutNote', { note: parts[0] });
  await materializeEdition(at.at, 'tea', at.host);
  expect(await takenBack()).toEqual([WRITERS.length + 2, 1, WRITERS.length, 1]);
});

test('HD9 CO5 a part that is taken back takes the words of the whole note along, and the other part stays', async () => {
  await at.says('bo', 'leaveOutNote', { note: parts[0] });
  await materializeEdition(at.at, 'tea', at.host);
  for (const version of [1, 2, 3]) expect(await text(version), `${version}`).not.toMatch(/Need of bo|A shed of bo/);
  expect(await text()).toContain('Time of bo');
  await at.host.close();
  await eventually(async () => expect(await filesHolding(at.folder.path, 'A shed of bo')).toEqual([]));
  expect(await filesHolding(at.folder.path, 'Need of bo')).toEqual([]);
});

test('HD9 HD8 words struck out of a part leave the whole note, too', async () => {
  await at.leads('strikeOut', { note: parts[1], text: 'Time of ▒▒▒▒' });
  await materializeEdition(at.at, 'tea', at.host);
  for (const version of [1, 2, 3]) expect(await text(version), `${version}`).not.toMatch(/Need of bo|Time of bo/);
  expect(await text()).toContain('Time of ▒▒▒▒');
  expect(await text()).toContain('A shed of bo');
});

test('HD9 CO8 of somebody who is erased no part is left, also of a split that was taken back', async () => {
  await at.leads('splitNote', { note: at.addressOf('dana'), parts: ['A boat of dana', 'A pier of dana'] });
  await at.leads('undo', { step: at.host.view('console').deskUndo?.step });
  for (const name of ['bo', 'dana']) await at.says(name, 'erase', {});
  await forgetErased('tea', at.host, at.at);
  await materializeEdition(at.at, 'tea', at.host);
  const gone = ['Need of bo', 'A shed of bo', 'Time of bo', 'Need of dana', 'A boat of dana', 'A pier of dana'];
  const { versions } = at.commons;
  for (const { version } of await versions(at.slug))
    for (const words of gone) expect(await text(version), `${version}`).not.toContain(words);
  await eventually(async () => expect(at.commons.holding(whole)).toMatchObject({ gone: { by: 'author' } }));
  await at.host.close();
  for (const words of gone)
    await eventually(async () => expect(await filesHolding(at.folder.path, words), words).toEqual([]));
});

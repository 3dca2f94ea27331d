import { afterEach, beforeEach, expect, test } from 'vitest';
import { REMADE_AT_MOST } from '#gathering/limits.ts';
import { wordingOf } from '#gathering/split-notes.ts';
import { markdown } from '#harvest/markdown.ts';
import { harvest } from '#words/index.ts';
import { filesHolding } from '../../tests/support/folders.ts';
import { publishedGathering } from '../../tests/support/published-gathering.ts';
import { granted } from '../../tests/support/test-server.ts';
import { eventually } from '../../tests/support/until.ts';
import { forgetErased } from './forget-erased.ts';
import { forgetTakenBack } from './forget-taken-back.ts';
import { materializeEdition } from './publish.ts';

let at: Awaited<ReturnType<typeof publishedGathering>>;

beforeEach(async () => {
  at = await publishedGathering();
});
afterEach(() => at.close());

const FIRST = 'We said beads, says chidi';
const text = async (version: number) => JSON.stringify(await at.edition(version));
const versions = async () => (await at.commons.versions(at.slug)).map(({ version }) => version);
const objects = (why: string | null, note = at.addressOf('bo')) => at.says('chidi', 'disputeNote', { note, why });

/** As the server does when it hears of it. */
async function seenTo(): Promise<void> {
  await forgetTakenBack('tea', at.host, at.at);
  if ((at.catalogue.find('tea')?.version ?? 0) < at.host.ledger().gathering.editions)
    await materializeEdition(at.at, 'tea', at.host);
}

async function inNoFile(words: string): Promise<void> {
  await at.host.close();
  await eventually(async () => expect(await filesHolding(at.folder.path, words)).toEqual([]));
}

async function printed(): Promise<void> {
  await objects(FIRST);
  granted(await at.published(1));
  expect(await text(2)).toContain(FIRST);
  expect(await filesHolding(at.folder.path, FIRST)).not.toEqual([]);
}

test('CO13 an objection that is taken back is gone from every edition and every file, and a new edition does without it', async () => {
  await printed();
  await objects(null);
  await seenTo();
  expect(await versions()).toEqual([1, 2, 3]);
  for (const version of [1, 2, 3]) expect(await text(version), `${version}`).not.toContain(FIRST);
  expect(await text(2), 'that somebody objected stays in the edition of its day').toContain('disputes');
  expect(await text(3)).not.toContain('disputes');
  await inNoFile(FIRST);
});

test('CO13 of an objection that is worded anew the former words are gone, and all later editions print the new ones', async () => {
  await printed();
  await objects('We said bread');
  await seenTo();
  expect(await versions()).toEqual([1, 2, 3]);
  for (const version of [1, 2, 3]) expect(await text(version), `${version}`).not.toContain(FIRST);
  expect(await text(3)).toContain('We said bread');
  await inNoFile(FIRST);
});

test('CO13 an objection that no edition printed makes none when it is taken back, and is in no file', async () => {
  await objects(FIRST);
  await objects(null);
  await seenTo();
  expect(await versions()).toEqual([1]);
  await inNoFile(FIRST);
});

test.each([
  ['leaveOutNote', { note: () => at.addressOf('bo') }],
  ['erase', {}]
] as const)(
  'CO13 an objection goes with the note it is about, whose words it may say again: %s',
  async (command, how) => {
    await printed();
    await at.says('bo', command, 'note' in how ? { note: how.note() } : {});
    await forgetErased('tea', at.host, at.at);
    await seenTo();
    for (const version of [1, 2, 3]) expect(await text(version), `${version}`).not.toContain(FIRST);
    await inNoFile(FIRST);
  }
);

test('CO13 of a note that was split, an objection to the whole stays with the part that stays, and goes with the last', async () => {
  await printed();
  await at.leads('splitNote', { note: at.addressOf('bo'), parts: ['Need of bo, the one', 'The other'] });
  const [one, other] = at.host.ledger().gathering.splits[at.addressOf('bo')]!.into as [string, string];
  await at.leads('leaveOutNote', { note: one });
  await seenTo();
  expect(await text(3)).toContain(FIRST);
  await objects('Not the other', other);
  await at.leads('leaveOutNote', { note: other });
  await seenTo();
  expect(await versions()).toEqual([1, 2, 3, 4]);
  for (const version of await versions()) expect(await text(version), `${version}`).not.toMatch(/beads|Not the other/);
  await inNoFile(FIRST);
});

test('CO13 whoever objects in other words over and over cannot make one edition after the other', async () => {
  await printed();
  const before = at.host.ledger().gathering.editions;
  for (let nth = 1; nth <= 3 * REMADE_AT_MOST; nth += 1) await objects(`Wording ${nth}.`);
  await seenTo();
  expect(at.host.ledger().gathering.editions).toBe(before + REMADE_AT_MOST);
  for (const version of await versions())
    expect(await text(version), `${version}`).not.toMatch(/Wording (?:\d|1[0-4])\./);
  granted(await at.published(at.host.ledger().gathering.editions));
  expect(await text((await versions()).at(-1)!)).toContain(`Wording ${3 * REMADE_AT_MOST}.`);
});

test('CO13 cut short before the words were gone, whoever looks next finishes it', async () => {
  await printed();
  const { forget } = at.stores.vault;
  at.stores.vault.forget = () => Promise.reject(new Error('the power went out'));
  await objects(null);
  await seenTo().catch(() => {});
  at.stores.vault.forget = forget;
  await seenTo();
  for (const version of [1, 2, 3]) expect(await text(version), `${version}`).not.toContain(FIRST);
});

test.each([
  ['before', 0],
  ['after', 1]
] as const)(
  'CO16 the words of an objection that are left out %s it is printed are in no edition and no file, and all count it',
  async (_, editions) => {
    await objects(FIRST);
    if (editions > 0) granted(await at.published(1));
    const note = at.addressOf('bo');
    const { why } = at.host.ledger().gathering.corrections[note]!.disputes['chidi']!;
    await at.leads('leaveOutObjection', { note, objection: wordingOf(why), why: 'names-somebody' });
    await seenTo();
    const all = await versions();
    expect(all).toEqual(editions > 0 ? [1, 2, 3] : [1, 2]);
    for (const version of all) expect(await text(version), `${version}`).not.toContain(FIRST);
    expect(await text(all.at(-1)!)).toContain('"disputes":[null]');
    expect(markdown((await at.edition())!, harvest)).toContain(harvest.outline.disputed(null));
    await inNoFile(FIRST);
  }
);

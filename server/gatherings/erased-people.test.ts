import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesHolding } from '../../tests/support/folders.ts';
import { publishedGathering } from '../../tests/support/published-gathering.ts';
import { eventually } from '../../tests/support/until.ts';
import { forgetErased } from './forget-erased.ts';
import { materializeEdition } from './publish.ts';
import { storedAbout, whoseStored } from './stored-about.ts';

let at: Awaited<ReturnType<typeof publishedGathering>>;

beforeEach(async () => {
  at = await publishedGathering();
});
afterEach(() => at.close());

const about = (person: string) => storedAbout('tea', at.host, person, at.at);

/** As the server does when it hears of it. */
async function seenTo(): Promise<void> {
  await forgetErased('tea', at.host, at.at);
  await materializeEdition(at.at, 'tea', at.host);
}

test('a person reads everything that is stored about them, and nothing of anybody else', async () => {
  const stored = await about('bo');
  expect(stored).toMatchObject({ name: 'Name of bo', came: 'phone', erased: false, words: ['Need of bo'], photos: [] });
  expect(JSON.stringify(stored)).not.toMatch(/chidi|dana|walter/);
  expect(await about('nobody')).toBeNull();
});

test('CO7 a person reads which notes they stand by, and why they object to others, and nobody else reads it', async () => {
  await at.says('bo', 'endorseNote', { note: at.addressOf('chidi'), on: true });
  await at.says('bo', 'disputeNote', { note: at.addressOf('dana'), why: 'We said time' });
  await at.says('dana', 'mendNote', { note: at.addressOf('dana'), text: 'Hours for dana' });
  expect(await about('bo')).toMatchObject({
    standsBy: ['Need of chidi'],
    objections: [{ note: 'Hours for dana', why: 'We said time' }]
  });
  expect(await about('dana')).toMatchObject({ standsBy: [], objections: [] });
  await at.says('dana', 'leaveOutNote', { note: at.addressOf('dana') });
  expect(await about('bo')).toMatchObject({ objections: [{ note: null, why: 'We said time' }] });
  await at.says('bo', 'erase', {});
  await seenTo();
  expect((await about('bo'))?.objections).toEqual([{ note: null, why: null }]);
});

test('whoever is erased is in no edition, no search, no view and no file, and all others stay', async () => {
  await eventually(async () => expect(at.commons.search('Need of bo', 1).total).toBe(1));
  await at.says('bo', 'erase', {});
  await seenTo();
  expect((await at.commons.versions(at.slug)).map(({ version }) => version)).toEqual([1, 2]);
  for (const version of [1, 2]) {
    const text = JSON.stringify(await at.edition(version));
    expect(text).not.toContain('of bo');
    expect(text).toContain('Need of chidi');
  }
  await eventually(async () => expect(at.commons.search('bo', 1).total).toBe(0));
  expect(at.commons.holding(at.addressOf('bo'))).toMatchObject({ slug: at.slug, gone: { by: 'author' } });
  expect(at.commons.holding(at.addressOf('chidi'))).toEqual({ slug: at.slug, gone: null });
  expect(JSON.stringify(at.host.view('console'))).not.toContain('of bo');
  expect(await about('bo')).toMatchObject({ name: null, erased: true, words: [] });
  expect((await about('chidi'))?.words).toEqual(['Need of chidi']);
  await at.host.close();
  for (const words of ['Need of bo', 'Name of bo'])
    await eventually(async () => expect(await filesHolding(at.folder.path, words)).toEqual([]));
});

test('a helper has a person without a phone erased, with what was typed for them', async () => {
  await at.helps('erase', { for: at.walter });
  await seenTo();
  expect(JSON.stringify([await at.edition(1), await at.edition(2)])).not.toContain('Need of walter');
  await at.host.close();
  for (const words of ['Need of walter', 'Name of walter'])
    await eventually(async () => expect(await filesHolding(at.folder.path, words)).toEqual([]));
});

test('a person without a phone is told what a helper typed for them, when they ask', async () => {
  expect((await about(at.walter))?.words).toEqual(['Need of walter']);
});

test.each([
  ['helper', 'walter', true],
  ['organizer', 'walter', true],
  ['helper', 'bo', false],
  ['viewer', 'walter', false],
  ['participant', 'walter', false]
] as const)('CO7 a %s asks what is stored about %s: told %s', (role, about, told) => {
  const other = about === 'walter' ? at.walter : about;
  const person = role === 'participant' ? 'bo' : null;
  expect(whoseStored({ gathering: 'tea', role, person }, at.host, other)).toBe(told ? other : null);
});

test('nobody has another erased from a phone, and asked for twice it is so already', async () => {
  await expect(at.says('bo', 'erase', { for: 'chidi' })).rejects.toThrow('not-yours-to-do');
  await at.says('bo', 'erase', {});
  await at.says('bo', 'erase', {});
  expect(at.host.ledger().gathering).toMatchObject({ erased: [{ person: 'bo' }], editions: 2 });
});

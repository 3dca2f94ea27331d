import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesHolding } from '../../tests/support/folders.ts';
import { publishedGathering } from '../../tests/support/published-gathering.ts';
import { ana } from '../../tests/support/test-host.ts';
import { deviceOf, granted } from '../../tests/support/test-server.ts';
import { eventually } from '../../tests/support/until.ts';
import { forgetTakenBack } from './forget-taken-back.ts';
import { formerWordsOf } from './former-words.ts';
import { materializeEdition, publish } from './publish.ts';

let at: Awaited<ReturnType<typeof publishedGathering>>;
/** The question everybody answered, and the theme that Bo's note is in. */
let question: string;

beforeEach(async () => {
  at = await publishedGathering();
  question = (await at.edition())!.blocks[0]!.id;
  await at.leads('putNotes', { notes: [at.addressOf('bo')], theme: 'firsttheme' });
  await says('Annas');
  granted(await published('Annas edition', 'Annas summary'));
});
afterEach(() => at.close());

async function says(whose: string): Promise<void> {
  await at.leads('nameTheme', { theme: 'firsttheme', name: `${whose} theme` });
  await at.leads('summarize', { place: 'themes/firsttheme', text: `${whose} text in short` });
  await at.leads('retitle', { place: question, title: `${whose} title` });
}
function published(title: string, summary: string) {
  const after = at.host.ledger().gathering.editions;
  return publish(at.at, 'tea', at.host, ana, { device: deviceOf(`press${after}`), title, summary, after });
}
const text = async (version: number) => JSON.stringify(await at.edition(version));
const former = () => formerWordsOf('tea', at.host, at.stores.vault);
async function strike(...which: string[]): Promise<void> {
  const words = (await former()).flatMap(({ words, marks }) => (which.includes(words) ? marks : []));
  granted(await at.leads('strikeFormer', { words }));
  await forgetTakenBack('tea', at.host, at.at);
  await materializeEdition(at.at, 'tea', at.host);
}
const ALL = ['Annas edition', 'Annas summary', 'Annas text in short', 'Annas theme', 'Annas title'];

test('CO17 what those who lead wrote and changed since is listed, as long as an earlier edition says it', async () => {
  expect(await former()).toEqual([expect.objectContaining({ words: 'What we need' })]);
  await says('Our');
  await says('Their');
  granted(await published('What we need', 'Our summary'));
  const listed = (await former()).map(({ words }) => words).sort();
  expect(listed, 'no word that no edition said, and none that the newest says').toEqual(ALL);
});

test('CO17 struck out, they are gone from every edition and every file, and what is left can be read', async () => {
  await says('Our');
  granted(await published('Our edition', 'Our summary'));
  for (const words of ALL) expect(await text(2)).toContain(words);
  const editions = at.host.ledger().gathering.editions;
  await strike(...ALL);
  expect(at.host.ledger().gathering.editions, 'the newest says none of it').toBe(editions);
  for (const version of [1, 2, 3]) expect(await text(version), `${version}`).not.toContain('Annas');
  expect(await at.edition(2)).toMatchObject({ title: 'A day of cooperation', summary: null });
  expect(await text(3)).toContain('Our theme');
  expect((await former()).map(({ words }) => words)).toEqual(['What we need']);
  await at.host.close();
  await eventually(async () => expect(await filesHolding(at.folder.path, 'Annas')).toEqual([]));
});

test('CO17 what the newest edition still says leaves it, too: it is made anew, and undo brings no struck words back', async () => {
  await at.leads('nameTheme', { theme: 'firsttheme', name: 'Our theme' });
  await strike('Annas theme');
  expect(at.host.ledger().gathering.editions).toBe(3);
  for (const version of [2, 3]) expect(await text(version), `${version}`).not.toContain('Annas theme');
  expect(await text(3)).toContain('Our theme');
  const { step } = at.host.view('console').deskUndo!;
  expect(await at.leads('undo', { step })).toEqual({ refused: 'cannot-be-undone' });
  expect(at.host.words(at.host.ledger().gathering.themes)).toMatchObject({ firsttheme: { name: 'Our theme' } });
});

test('CO17 before they are struck out, an undo makes former words those of now', async () => {
  await at.leads('nameTheme', { theme: 'firsttheme', name: 'Our theme' });
  expect((await former()).map(({ words }) => words)).toContain('Annas theme');
  await at.leads('undo', { step: at.host.view('console').deskUndo!.step });
  expect((await former()).map(({ words }) => words)).not.toContain('Annas theme');
  expect(await at.leads('strikeFormer', { words: ['0000'] })).toEqual({ refused: 'already-moved-on' });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notesIn } from '#contract/outline-notes.ts';
import { HEARD } from '#harvest/audited.ts';
import type { Edition, SeenTable } from '#harvest/document.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { longDate } from '#lib/reading/long-date.ts';
import type { Desk } from '#server/edition-api.ts';
import { harvest, whyLeftOut } from '#words/index.ts';
import { findProgram } from '../scripts/programs.mjs';
import { FEIGNED, playRoom, type Guest, type Played } from './support/mixed-room.ts';
import { cellsOfSheet, linesIn, openedBy } from './support/soffice.ts';
import { openGathering, openTestServerWithPages, type TestServer } from './support/test-server.ts';
import { lettersOf, pdfText, readsPdf } from './support/pdf-text.ts';
import { unpackedText } from './support/unpacked-text.ts';
import { until } from './support/until.ts';

/**
 * A day with a line, a fishbowl, a café and cards, written by twelve real people beside twelve simulated ones, put in
 * order and published, corrected from phones and published again: nothing is lost and nothing comes back.
 */
const [FOOD, PLAY, ROADS] = ['themefood0000000', 'themeplay0000000', 'themeroads000000'];
const SUMMARY = 'Our street wants soup.';
const [FOLDS, MENDED, LEFT_OUT] = [20, 10, 5];

let server: TestServer;
let day: Played;
let slug: string;
let draft: Edition;
let first: Edition;
let newest: Edition;
/** Words that were taken back, struck out or erased: no reader may find one again. */
const gone: string[] = [];

beforeAll(async () => {
  server = await openTestServerWithPages({ browser: null });
  const { gathering } = await openGathering(server);
  day = await playRoom(server.plenary, gathering, 12);
  const { room, guests } = day;
  const people = guests.filter(({ simulated }) => !simulated);
  const desk = (await server.plenary.gatherings.desk(room.organizer))!;
  await sorts(desk.notes.map(({ note }) => note));
  await corrects(people);
  draft = (await server.plenary.gatherings.draft(gathering, SUMMARY))!;
  slug = await room.publishes(SUMMARY);
  first = await edition();
  await takesBackWhatIsPublic(people, desk);
  await room.publishes();
  await until(async () => (newest = await edition()).version === 6);
});
afterAll(() => server.close());

const edition = async (): Promise<Edition> => (await server.plenary.commons.edition(slug))!;
const editionAt = async (version: number): Promise<Edition> => (await server.plenary.commons.edition(slug, version))!;

async function sorts(notes: string[]): Promise<void> {
  const { leads } = day.room;
  for (const [nth, theme] of [FOOD, PLAY, ROADS].entries())
    await leads('putNotes', { notes: notes.slice(nth * 6, nth * 6 + 6), theme });
  await leads('nameTheme', { theme: FOOD, name: 'We grow our own food' });
  for (const [nth, note] of notes.slice(18, 18 + FOLDS).entries())
    await leads('foldNotes', { notes: [note], into: notes[nth % 6] });
  await leads('summarize', { place: `themes/${FOOD}`, text: 'Much of it is about food.' });
}

/** What each person wrote, by its address. */
const ownOf = async ({ pass }: Guest) => (await server.plenary.gatherings.correctable(pass))!.own;

/** The one note in which this person said that word. */
const ownNote = async (person: Guest, about: string) =>
  (await ownOf(person)).find(({ words }) => words === person.word(about))!;

async function corrects(people: readonly Guest[]): Promise<void> {
  const { does } = day.room;
  for (const person of people.slice(0, MENDED)) {
    const note = (await ownOf(person)).find(({ words }) => words !== null)!;
    await does(person, 'mendNote', { note: note.note, text: person.word('mended') });
  }
  for (const person of people.slice(0, LEFT_OUT)) {
    const note = await ownNote(person, 'card');
    await does(person, 'leaveOutNote', { note: note.note });
    gone.push(note.words!);
  }
  const [someone, other] = people as [Guest, Guest];
  const disputed = (await ownOf(other)).find(({ mended }) => mended)!;
  await does(someone, 'disputeNote', { note: disputed.note, why: someone.word('objects') });
  for (const person of people.slice(0, 7)) await does(person, 'endorseNote', { note: disputed.note, on: true });
}

/** Once it is public: two more notes are left out, one loses words, and one person is erased. */
async function takesBackWhatIsPublic(people: readonly Guest[], { notes }: Desk): Promise<void> {
  const { does, leads } = day.room;
  const [other, erased, author, named] = people.slice(-4) as [Guest, Guest, Guest, Guest];
  gone.push(...(await ownOf(erased)).flatMap(({ words }) => words ?? []), erased.word('name'));
  await does(erased, 'erase', {});
  const own = await ownNote(author, 'card');
  gone.push(own.words!);
  await does(author, 'leaveOutNote', { note: own.note });
  const struck = await ownNote(named, 'thought');
  gone.push(struck.words!);
  const names = await ownNote(other, 'card');
  gone.push(names.words!);
  await leads('leaveOutNote', { note: names.note, why: 'names-somebody' });
  await leads('strikeOut', { note: struck.note, text: '▒▒▒▒' });
  const loose = notes.at(-1)!;
  await leads('putNotes', { notes: [loose.note], theme: ROADS });
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`${server.url}/commons${path}`);
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const goneIn = (text: string): string[] => [...gone, FEIGNED].filter((words) => text.includes(words));

const FORMATS = ['', '.md', '.csv', '.json', '.jsonld', '.docx', '.xlsx', '.zip'];

test('every note is counted: in a theme, where it was written, or taken back', () => {
  for (const each of [first, newest]) {
    const coverage = each.blocks.find((block): block is SeenTable => block.id === 'coverage');
    const rows = (coverage?.rows ?? []) as [unknown, number, number, number, number, number?][];
    expect(rows.length).toBeGreaterThan(4);
    for (const [, notes, inThemes, elsewhere, takenBack, unshown = 0] of rows)
      expect(inThemes + elsewhere + takenBack + unshown).toBe(notes);
    const [all, ...places] = rows;
    for (const column of [1, 2, 3, 4] as const)
      expect(places.reduce((sum, row) => sum + row[column], 0)).toBe(all?.[column]);
    expect(all![2] + all![3]).toBe(addressesIn(each.blocks).length);
  }
});

test('HD7 the summary is held against what each table wrote, in the draft while it is written and in the edition', () => {
  const heardIn = ({ blocks }: Edition) => blocks.find(({ id }) => id === HEARD);
  expect(heardIn(first)).toMatchObject({ figures: [{ value: { tables: 4, less: 4 } }] });
  expect(heardIn(draft)).toEqual(heardIn(first));
  // The last edition has no summary.
  expect([newest.summary, heardIn(newest)]).toEqual([null, undefined]);
});

test('every address of the first edition leads to the newest, or says that its note is gone', async () => {
  const there = new Set(addressesIn(newest.blocks));
  const left = new Set(newest.gone.map(({ id }) => id));
  expect(left.size).toBeGreaterThan(LEFT_OUT);
  for (const address of addressesIn(first.blocks)) {
    expect(there.has(address) || left.has(address), address).toBe(true);
    const answer = await fetch(`${server.url}/n/${address}`, { redirect: 'manual' });
    expect([address, answer.status]).toEqual([address, left.has(address) ? 410 : 302]);
  }
});

test('CO5 the address of a note that is gone says who took it away, when and why, to people and to programs', async () => {
  expect(newest.gone.map(({ why }) => why)).toContain('names-somebody');
  for (const { id, by, at, why } of newest.gone) {
    const address = `${server.url}/n/${id}`;
    const [read, asked] = await Promise.all(
      ['text/html', 'application/json'].map((accept) => fetch(address, { headers: { accept } }))
    );
    const said = why === undefined ? harvest.gone.by[by](longDate(at)) : whyLeftOut[why];
    expect(await read!.text()).toContain(said);
    expect(await asked!.json()).toEqual({
      message: expect.stringContaining(said) as string,
      gone: { by, at, ...(why && { why }) }
    });
  }
});

describe.each(FORMATS)('as “%s”', (ending) => {
  test('each note is there, and nothing that is gone', async () => {
    const text = unpackedText(await read(`/${slug}${ending}`));
    const addresses = addressesIn(newest.blocks);
    expect(addresses.length).toBeGreaterThan(40);
    expect(addresses.filter((address) => !text.includes(address))).toEqual([]);
    expect(goneIn(text)).toEqual([]);
    const said = ['▒▒▒▒', 'We grow our own food'];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });
});

test.skipIf(!readsPdf)(
  'the PDF of the newest and of the first edition has every note, and nothing that is gone',
  async () => {
    for (const [edition, path] of [
      [newest, `/${slug}.pdf`],
      [await editionAt(1), `/${slug}/1.pdf`]
    ] as const) {
      const text = lettersOf(pdfText(await read(path)));
      const words = notesIn(edition.blocks).flatMap(({ text }) => (text === null ? [] : lettersOf(text)));
      expect(words.length).toBeGreaterThan(40);
      expect(words.filter((each) => !text.includes(each))).toEqual([]);
      expect(goneIn(text)).toEqual([]);
    }
  }
);

// A workbook keeps equal words once, for all cells that say them.
test.each(['.md', '.csv', '.docx'])('the words of each note stand in “%s” exactly once', async (ending) => {
  const text = unpackedText(await read(`/${slug}${ending}`));
  const words = notesIn(newest.blocks).flatMap(({ text }) => text ?? []);
  expect(words.length).toBeGreaterThan(40);
  // Words of one note may be a part of those of another, or what people chose.
  const all = [...words, ...newest.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))];
  const isCounted = (each: string) =>
    text.split(each).length - 1 === all.filter((others) => String(others).includes(each)).length;
  expect(words.filter((each) => !isCounted(each))).toEqual([]);
});

test('no edition at any number says what is gone, in any format', async () => {
  const versions = await server.plenary.commons.versions(slug);
  expect(versions.length).toBeGreaterThan(1);
  for (const { version } of versions)
    for (const ending of FORMATS) {
      const text = unpackedText(await read(`/${slug}/${version}${ending}`));
      expect(goneIn(text), `edition ${version}${ending}`).toEqual([]);
      if (ending === '.json') expect(text).toContain(`"version": ${version},`);
    }
});

test('how many answered is told, and why somebody objects', async () => {
  const text = unpackedText(await read(`/${slug}.md`));
  expect(text).toContain('7 of 12 people who were there stand by notes.');
  expect(text).toContain('7 people who were there stand by this.');
});

const soffice = await findProgram('soffice');
// `office.test.ts` and `spreadsheet.test.ts` open an edition with everything in it every day: LibreOffice takes long to begin.
const opens = test.runIf(soffice && process.env['PLENARY_PROVE']);
opens('LibreOffice opens the workbook and finds each note', async () => {
  const opened = await openedBy(soffice, await read(`/${slug}.xlsx`), { from: 'xlsx', to: 'fods' });
  const cells = cellsOfSheet(opened)
    .flat()
    .map(({ shown }) => shown);
  for (const address of addressesIn(newest.blocks)) expect(cells).toContain(address);
});

opens('LibreOffice opens the table and the document', async () => {
  const table = await openedBy(soffice, await read(`/${slug}.csv`), { from: 'csv', to: 'fods' });
  const cells = new Set(
    cellsOfSheet(table)
      .flat()
      .map(({ shown }) => shown)
  );
  for (const address of addressesIn(newest.blocks)) expect(cells).toContain(address);
  const document = await openedBy(soffice, await read(`/${slug}.docx`), { from: 'docx', to: 'fodt' }).catch(() => null);
  // Where Writer is not installed there is nothing to open it with.
  if (document) expect(linesIn(document).join('\n')).toContain('▒▒▒▒');
});

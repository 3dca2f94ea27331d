import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '#contract/typed-text.ts';
import type { GatheringOnConsole } from '#gathering/views.ts';
import { FEIGNED, playMixedRoom } from './support/mixed-room.ts';
import { lettersOf, pdfText, readsPdf } from './support/pdf-text.ts';
import { unpackedText } from './support/unpacked-text.ts';
import { deviceOf, granted, openGathering, openTestServerWithPages, type TestServer } from './support/test-server.ts';
import { eventually } from './support/until.ts';

/** An edition of a real gathering in which simulated people sat among the others, read as anybody reads it. */
let server: TestServer;
let room: Awaited<ReturnType<typeof playMixedRoom>>;
let gathering: string;

beforeAll(async () => {
  server = await openTestServerWithPages({ browser: null });
  ({ gathering } = await openGathering(server));
  room = await playMixedRoom(server.plenary, gathering);
});
afterAll(() => server.close());

async function read(path: string): Promise<Uint8Array> {
  const answer = await fetch(`${server.url}/commons${path}`);
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const missingIn = (text: string): string[] => room.said.filter((word) => !text.includes(word));

test.each(['', '.md', '.csv', '.json', '.docx', '.xlsx', '.zip'])(
  'an edition as “%s” holds what each real person said, and no word of a simulated one',
  async (ending) => {
    const text = unpackedText(await read(`/${room.slug}${ending}`));
    expect(missingIn(text)).toEqual([]);
    expect(text).not.toContain(FEIGNED);
    expect(text).not.toContain(room.leftOut);
  }
);

test.skipIf(!readsPdf).each(['.pdf', '.letter.pdf'])(
  'an edition as “%s” holds what each real person said, and no word of a simulated one',
  async (ending) => {
    const text = lettersOf(pdfText(await read(`/${room.slug}${ending}`)));
    expect(missingIn(text)).toEqual([]);
    expect(text).not.toContain(FEIGNED);
    expect(text).not.toContain(room.leftOut);
  }
);

test('each file of the archive is free of simulated words, and each of its readable ones holds all others', async () => {
  const files = unzipSync(await read(`/${room.slug}.zip`));
  const texts = Object.entries(files).map(([path, file]) => [path, unpackedText(file)] as const);
  expect(Object.keys(files).filter((path) => path.endsWith('.jpg'))).toHaveLength(
    room.said.filter((word) => word.includes('thought')).length
  );
  expect(texts.filter(([, text]) => text.includes(FEIGNED)).map(([path]) => path)).toEqual([]);
  const whole = texts.filter(([, text]) => missingIn(text).length === 0).map(([path]) => path);
  const { slug } = room;
  expect(whole.toSorted()).toEqual(
    [`${slug}.csv`, `${slug}.docx`, `${slug}.json`, `${slug}.md`, `${slug}.xlsx`, 'index.html'].toSorted()
  );
});

test.each(['.ics', '.jsonld', '/1', '/1.json'])('“%s” holds no word of a simulated person', async (path) => {
  expect(unpackedText(await read(`/${room.slug}${path}`))).not.toContain(FEIGNED);
});

test('HD1 the desk has what each real person said, and no word of a simulated one', async () => {
  const desk = JSON.stringify(await server.plenary.gatherings.desk({ gathering, role: 'organizer', person: null }));
  expect(missingIn(desk).filter((word) => !word.includes('name'))).toEqual([]);
  expect(desk).not.toContain(FEIGNED);
});

test('what simulated people wrote is not counted among what was taken back', async () => {
  const edition = await server.plenary.commons.edition(room.slug);
  const coverage = edition?.blocks.find(({ id }) => id === 'coverage');
  expect(coverage?.kind === 'table' && coverage.figures[0]?.value).toMatchObject({ 'taken-back': 1 });
  const stays = await server.plenary.gatherings.staysOut(gathering);
  expect(stays?.team).toBe(1);
  expect(stays?.simulated).toBeGreaterThan(0);
});

test('the search finds real words, and none of simulated people', async () => {
  const { commons } = server.plenary;
  const found = (word: string) => commons.search(word, 1).total;
  await expect.poll(() => found(room.said[0] ?? '')).toBe(1);
  expect(found(`${FEIGNED}*`)).toBe(0);
  expect(found(`${FEIGNED}need1end`)).toBe(0);
});

test('CO11 no name of somebody who does not agree any more is left, also where they had another before', async () => {
  const { gatherings, commons } = server.plenary;
  const pass = { gathering, role: 'organizer', person: null } as const;
  const people = Object.entries(
    ((await gatherings.view(gathering, 'console'))?.gathering as Seen<GatheringOnConsole>).people
  );
  const [person, named] = people.find(([, { name }]) => room.said.includes(name ?? '')) ?? [];
  const says = async (command: string, input: object) =>
    granted(await gatherings.say(pass, { device: deviceOf(command), activity: 'gathering', command, input }));
  const text = async (version: number) => JSON.stringify(await commons.edition(room.slug, version));
  await says('rename', { for: person, name: 'Laternamedend' });
  granted(await gatherings.publish(pass, { device: deviceOf('again'), title: 'Again', summary: '', after: 1 }));
  await eventually(async () => expect(await text(2)).toContain('Laternamedend'));
  expect(await text(1)).toContain(named?.name);
  await says('sayNamed', { for: person, named: false });
  await eventually(async () => expect(await commons.versions(room.slug)).toHaveLength(3));
  await eventually(async () => expect(missingIn(await text(1))).toEqual([named?.name]));
  const names = [named?.name ?? '', 'Laternamedend'];
  const holding = (words: string) => names.filter((name) => words.includes(name));
  for (const version of [1, 2, 3]) expect(holding(await text(version)), `${version}`).toEqual([]);
  // Beside one who is not named, nobody's place on the line is told by name.
  expect(missingIn(await text(3))).toContain(named?.name);
  for (const ending of ['', '.md', '.csv', '.json', '.jsonld', '.docx', '.xlsx', '.zip', '/1', '/2'])
    expect(holding(unpackedText(await read(`/${room.slug}${ending}`))), ending).toEqual([]);
  for (const name of names) await expect.poll(() => commons.search(name, 1).total, { message: name }).toBe(0);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyBranch } from '#contract/outline-notes.ts';
import type { SeenBlock } from '#harvest/document.ts';
import { titleOf } from '#harvest/outline.ts';
import { publishedGathering } from '../../tests/support/published-gathering.ts';
import { deskOf } from './harvest-desk.ts';
import { nextEdition } from './edition.ts';

/** Blocks that an edition writes of itself. */
const MADE = ['coverage', 'standing', 'appendix'];
const ASKED = 'What do we need?';
const TITLE = 'Wishes for our street';

let at: Awaited<ReturnType<typeof publishedGathering>>;
let place: string;
beforeEach(async () => {
  at = await publishedGathering();
  place = (await at.edition())!.blocks[0]!.id;
});
afterEach(() => at.close());

const found = (query: string) => at.commons.search(query, 1).total;
const titlesIn = async (version?: number) => (await at.edition(version))!.blocks.map(titleOf);

test('HD13 a title counts from the next edition on; the commons find it, and what was asked, too', async () => {
  await at.leads('retitle', { place, title: TITLE });
  expect(await titlesIn()).toContain(ASKED);
  await at.published(1);
  expect((await titlesIn(1))[0]).toBe(ASKED);
  expect((await titlesIn(2))[0]).toBe(TITLE);
  expect((await at.edition())!.blocks[0]).toMatchObject({ title: { kind: 'question', text: ASKED, retitled: TITLE } });
  await vi.waitFor(() => expect(found('wishes')).toBe(1));
  expect(found('"What do we need"')).toBe(1);
});

test('HD13 a title that is taken back is in no draft, and the desk keeps showing what was asked beside it', async () => {
  const draft = async () => titleOf((await nextEdition('tea', at.host, at.at))!.blocks[0]!);
  await at.leads('retitle', { place, title: TITLE });
  expect(await draft()).toBe(TITLE);
  const desk = (await deskOf('tea', at.host, 'facilitator', at.at))!;
  const [asked] = desk.places;
  expect(asked?.block).toMatchObject({ id: place, title: { kind: 'question', text: ASKED } });
  expect(asked?.block).not.toHaveProperty('title.retitled');
  expect(desk.notes[0]?.question).toBe(ASKED);
  await at.leads('undo', { step: at.host.view('console').deskUndo?.step });
  expect(await draft()).toBe(ASKED);
});

test('HD13 an edition refers to a title, as to all that people typed, and does not hold it', async () => {
  await at.leads('retitle', { place, title: TITLE });
  await at.published(1);
  const kept = JSON.stringify((await at.stores.log.read(`edition:${at.slug}`, 0)).map(({ batch }) => batch.events));
  expect(kept).toContain('retitled');
  expect(kept).not.toContain(TITLE);
});

test('HD7 HD13 every heading that readers meet is at the desk, a single one and one without notes of its own, too', async () => {
  const headings = (blocks: readonly SeenBlock[]) =>
    blocks.flatMap((block) => [
      block.id,
      ...(block.kind === 'outline' ? everyBranch(block.branches).map(({ id }) => `${block.id}/${id}`) : [])
    ]);
  const desk = (await deskOf('tea', at.host, 'facilitator', at.at))!;
  const met = (await nextEdition('tea', at.host, at.at))!.blocks.filter(({ id }) => !MADE.includes(id));
  expect(headings(met)).toContain(`${place}/loose`);
  expect(headings(desk.places.map(({ block }) => block))).toEqual(headings(met));
  expect(JSON.stringify(desk.places)).not.toContain('Need of');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { words as boardWords } from '#kit/words/board.ts';
import { onWall, quietBoard } from '#methods/cafe/testing/views.ts';
import type { Doc } from '#wire/messages.ts';
import '../../app.css';
import BoardScreen from './BoardScreen.svelte';
import { FrozenDoc } from './frozen-doc.svelte.ts';

const PAGE_MS = 12_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const numbers = Array.from({ length: 90 }, (_, index) => index + 1);
const notes = Object.fromEntries(numbers.map((order) => [`n${order}`, onWall(`A note ${order}`, { order })]));
const harvest = {
  ...quietBoard,
  stage: 'harvest',
  wall: { notes, asks: { 1: { question: 'What is happening?', order: 1 } }, clusters: {}, cards: {}, about: null }
};

const docOf = (changes: object = {}): Doc => ({
  gathering: {
    phase: 'open',
    title: 'An evening',
    now: 'a1',
    place: null,
    code: '482915',
    present: 61,
    locked: false,
    frozen: false,
    textSize: null,
    theme: null,
    pages: { held: false, turn: 0 },
    ...changes
  },
  activities: { a1: { method: 'cafe', view: harvest } }
});

/** A wall of notes on many pages; `lead` is what arrives when those who lead press something. */
async function wall() {
  await page.viewport(1280, 720);
  const doc = $state(docOf());
  const shown = { host: 'plenary.example', qr: null, editionQr: null, now: () => 0, wall: true };
  const screen = await render(BoardScreen, { ...shown, doc });
  Object.assign(screen.container.style, { position: 'fixed', inset: '0' });
  await expect.poll(() => at()).not.toBeNull();
  const last = Number(/(\d+)$/.exec(at() ?? '')?.[1]);
  expect(last).toBeGreaterThan(3);
  const lead = (changes: object) => Object.assign(doc.gathering, changes);
  const isAt = (nth: number) => expect.poll(at).toBe(boardWords.page(nth, last));
  return { lead, isAt, last, screen };
}
const at = () => /\d+ of \d+/.exec(document.querySelector('.scene header p')?.textContent ?? '')?.[0] ?? null;
const passes = (ms: number) => vi.advanceTimersByTime(ms);

test('pages turn by themselves, and stay while those who lead hold them', async () => {
  const { lead, isAt } = await wall();
  await isAt(1);
  passes(PAGE_MS);
  await isAt(2);
  lead({ pages: { held: true, turn: 0 } });
  await expect.element(page.getByText('❚❚')).toBeInTheDocument();
  passes(3 * PAGE_MS);
  await isAt(2);
  lead({ pages: { held: false, turn: 0 } });
  await expect.element(page.getByText('❚❚')).not.toBeInTheDocument();
  passes(PAGE_MS);
  await isAt(3);
});

test('those who lead turn pages on and back, past the first one too, also of pages that are held', async () => {
  const { lead, isAt, last } = await wall();
  lead({ pages: { held: true, turn: 2 } });
  await isAt(3);
  lead({ pages: { held: true, turn: 1 } });
  await isAt(2);
  lead({ pages: { held: true, turn: -1 } });
  await isAt(last);
});

test('a key on the wall is its own, until those who lead hold the pages or let them go', async () => {
  const { lead, isAt } = await wall();
  await userEvent.keyboard('{ArrowRight}');
  await isAt(2);
  lead({ pages: { held: true, turn: 1 } });
  await isAt(3);
  await userEvent.keyboard(' ');
  await expect.element(page.getByText('❚❚')).not.toBeInTheDocument();
  passes(PAGE_MS);
  await isAt(4);
  lead({ pages: { held: false, turn: 1 } });
  await userEvent.keyboard(' ');
  await expect.element(page.getByText('❚❚')).toBeInTheDocument();
});

test('size and theme are what those who lead set, else what the wall itself is set to, else the usual ones', async () => {
  const { lead, screen } = await wall();
  const looks = () => [
    screen.container.querySelector<HTMLElement>('.screen')?.dataset.theme,
    screen.container.querySelector<HTMLElement>('.board')?.dataset.textSize
  ];
  expect(looks()).toEqual(['paper', 'L']);
  lead({ theme: 'lantern', textSize: 'XL' });
  await expect.poll(looks).toEqual(['lantern', 'XL']);
  await screen.rerender({ theme: 'sunlit', textSize: 'S' });
  expect(looks()).toEqual(['sunlit', 'S']);
});

/** What a board page keeps, read as its parts are drawn. */
function keeping(begins: object = {}) {
  const state = $state({ doc: docOf(begins), frozen: 'frozen' in begins, clock: 5 });
  let picture!: FrozenDoc;
  const end = $effect.root(() => {
    picture = new FrozenDoc({ live: () => state.doc, frozen: () => state.frozen, now: () => state.clock });
  });
  return { state, picture, end };
}

test('a frozen wall keeps the picture and the time of that moment, and is up to date when it is let go', async () => {
  const { state, picture, end } = keeping();
  const isOn = () => (picture.doc.gathering as { now: string | null }).now;
  expect([isOn(), picture.at]).toEqual(['a1', null]);
  state.frozen = true;
  await expect.poll(() => picture.at).toBe(5);
  Object.assign(state.doc.gathering, { now: 'a2' });
  state.doc.activities = { a2: { method: 'cafe', view: {} } };
  state.clock = 9;
  expect([isOn(), picture.at, Object.keys(picture.doc.activities)]).toEqual(['a1', 5, ['a1']]);
  state.frozen = false;
  await expect.poll(() => [isOn(), picture.at]).toEqual(['a2', null]);
  end();
});

test('a wall that is opened while the boards are frozen shows the welcome, and nothing of what is on', async () => {
  const { state, picture, end } = keeping({ frozen: true });
  expect(picture.doc).toMatchObject({ gathering: { now: null, title: 'An evening' }, activities: {} });
  state.frozen = false;
  await expect.poll(() => picture.doc.activities).toHaveProperty('a1');
  end();
});

import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall, barriers, showOn, takeThemeOff, THEMES } from '../../tests/support/surfaces.ts';
import '../app.css';
import Columns from './board/Columns.svelte';
import Roster from './board/Roster.svelte';
import Choice from './phone/Choice.svelte';
import Scale from './phone/Scale.svelte';
import { stays } from './testing/stays.ts';

const LONG = 'W'.repeat(140);
const ARABIC = 'سوق محلي للأغذية';
const widerThan = (width: number, inside: Element = document.body) =>
  [...inside.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > width + 1);
const small = () =>
  [...document.querySelectorAll('button')].filter((button) => {
    const { width, height } = button.getBoundingClientRect();
    return Math.min(width, height) < 48;
  });

afterEach(takeThemeOff);

const options = [
  { id: 'a', name: 'More trees', chosen: true, mark: 1 },
  { id: 'b', name: ARABIC, chosen: false, mark: 2 },
  { id: 'c', name: LONG, chosen: false, mark: 3 },
  { id: 'd', name: 'A bench', chosen: false, off: true }
];

function choice() {
  const pressed: string[] = [];
  const press = (id: string) => ({ type: 'button' as const, onclick: () => pressed.push(id) });
  return { pressed, props: { options, press } };
}

const ENDS = { low: 'I block it', high: 'I lead it' };

async function scale(value: number | null = null) {
  const pressed: number[] = [];
  const title = document.createElement('p');
  Object.assign(title, { id: 'asked', textContent: 'We meet every month' });
  document.body.append(title);
  const press = (step: number) => ({ type: 'button' as const, onclick: () => pressed.push(step) });
  const screen = await render(Scale, { steps: [0, 1, 2, 3, 4, 5], value, named: 'asked', ends: ENDS, press });
  return { pressed, screen, press };
}

describe.each(THEMES)('by %s', (theme) => {
  test('a choice and a scale can be used by everybody on the narrowest phone', async () => {
    await showOn(theme, 320, 640);
    await render(Choice, choice().props);
    await scale(3);
    expect(await barriers()).toEqual([]);
    expect(small()).toEqual([]);
    expect(widerThan(320)).toEqual([]);
  });

  test('columns and a roster can be read by everybody on a wall', async () => {
    await wall(theme);
    expect(await barriers()).toEqual([]);
    // What stands on other pages lies beyond the edge, out of sight.
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1280);
    const { container } = await render(Roster, { names });
    asWall(container);
    expect(await barriers()).toEqual([]);
    expect(widerThan(1280, container)).toEqual([]);
  });
});

describe('a choice', () => {
  test('is made and given back by keys, and what is off is passed over', async () => {
    const { pressed, props } = choice();
    await render(Choice, props);
    await expect.element(page.getByRole('checkbox', { name: '1 More trees' })).toBeChecked();
    for (let key = 0; key < 4; key += 1) await userEvent.keyboard('{Tab}{ }');
    expect(pressed).toEqual(['a', 'b', 'c']);
  });

  test('moves nothing when it is made', async () => {
    const { props } = choice();
    const screen = await render(Choice, props);
    await stays(page.getByRole('checkbox').nth(2), () =>
      screen.rerender({ ...props, options: options.map((each) => ({ ...each, chosen: true })) })
    );
  });
});

describe('a scale', () => {
  test('has nothing chosen beforehand, and says what it is about', async () => {
    await scale();
    await expect.element(page.getByRole('group', { name: 'We meet every month' })).toBeVisible();
    expect(page.getByRole('button', { pressed: true }).elements()).toEqual([]);
    for (const end of Object.values(ENDS)) await expect.element(page.getByText(end)).toBeVisible();
  });

  test('is answered by a tap or by keys, without dragging, and stays where it is', async () => {
    const { pressed, screen, press } = await scale();
    const four = page.getByRole('button', { name: '4', exact: true });
    await stays(four, async () => {
      await four.click();
      await screen.rerender({ steps: [0, 1, 2, 3, 4, 5], value: 4, named: 'asked', ends: ENDS, press });
    });
    await expect.element(page.getByRole('button', { name: '4', pressed: true })).toBeVisible();
    await userEvent.keyboard('{Tab}{Enter}');
    expect(pressed).toEqual([4, 5]);
  });
});

const card = (id: string, text = `A thought of some length, the ${id}th`) => ({
  ...{ id, text, photo: null, small: null, starred: false }
});
const columns = [
  { id: 'start', title: 'Start', loose: false, cards: Array.from({ length: 30 }, (_, index) => card(`${index}`)) },
  { id: 'stop', title: 'Stop', loose: false, cards: [card('s', LONG), card('t', ARABIC)] },
  { id: 'continue', title: 'Continue', loose: false, cards: [] }
];

async function wall(theme: (typeof THEMES)[number] = 'paper') {
  await showOn(theme, 1280, 720);
  const screen = await render(Columns, { title: '32 cards', columns, wall: true });
  Object.assign(screen.container.style, { position: 'fixed', inset: '0', display: 'flex' });
  asWall(screen.container);
}

const inSight = (element: Element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const frame = element.closest('.frame')?.getBoundingClientRect();
  return (
    frame && left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1
  );
};
const seen = () => [...document.querySelectorAll('li')].filter(inSight).map(({ textContent }) => textContent.trim());

describe('columns', () => {
  test('turn together, under names that stay, and an empty one keeps its place', async () => {
    await wall();
    const read = new Set(seen());
    await expect.element(page.getByRole('heading', { name: 'Continue' })).toBeVisible();
    expect(read.size).toBeLessThan(32);
    for (let turns = 0; turns < 6; turns += 1) {
      await userEvent.keyboard('{ArrowRight}');
      for (const title of ['Start', 'Stop', 'Continue'])
        await expect.element(page.getByRole('heading', { name: title })).toBeVisible();
      for (const text of seen()) read.add(text);
    }
    // Each was in sight as a whole: a card is never split.
    expect(read.size).toBe(32);
  });
});

const names = [
  { id: '1', name: 'Ana', note: 'behind Bo', about: 'The garden' },
  { id: '2', name: ARABIC },
  { id: '3', name: LONG }
];

test('a roster tells names in their order', async () => {
  const { container } = await render(Roster, { names });
  asWall(container);
  const told = page
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));
  expect(told).toEqual(['Ana behind Bo The garden', ARABIC, LONG]);
});
